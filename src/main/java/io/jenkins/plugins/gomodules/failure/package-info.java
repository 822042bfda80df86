/**
 * Reads the log of a failed build and says what failed, why, and what to do.
 *
 * <p>What is known about failures is in one resource, {@code catalog.txt}: causes with their ids, texts and the wordings
 * that prove them. A {@linkplain io.jenkins.plugins.gomodules.failure.Classifier classifier} goes through a log once, in
 * bytes. Every regular expression has a text that each of its matches must contain; a search for all these texts at once
 * leaves a few candidate lines, and only those are decoded, freed of what wrappers put around them (time stamps, BuildKit's
 * step numbers, terminal colours, JSON escapes) and shown to the expressions. These are RE2 expressions: they take
 * time in proportion to the line, whoever wrote them.
 *
 * <p>Several causes in one log are the rule, because each tool repeats what the one below it said. The <em>root</em> is
 * found in two steps: on one line, and among lines that are near each other, a cause takes precedence over those that the
 * catalog lists as its consequences; of what remains, the last group of lines that belong together counts, because
 * builds go on after what did not stop them. Wordings that ordinary programs print too (weak ones) and warnings count only
 * if nothing better is there and something failed. What a test prints, and what is quoted (commands, diffs, commits),
 * does not count. Nothing known means no cause.
 *
 * <p>Memory is bounded whatever the log: one buffer of a fixed size, a few lines of evidence for each cause. Everything
 * that is shown has been freed of secrets first.
 */
package io.jenkins.plugins.gomodules.failure;
