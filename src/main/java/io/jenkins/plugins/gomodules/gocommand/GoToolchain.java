package io.jenkins.plugins.gomodules.gocommand;

/**
 * What {@code go version} says.
 *
 * @param version such as {@code go1.24.1}, or {@code devel go1.25-abcdef}
 * @param platform operating system and architecture, such as {@code linux/amd64}
 */
public record GoToolchain(String version, String platform) {
    private static final String START = "go version ";

    /**
     * Reads the line that {@code go version} prints.
     *
     * @throws GoCommandException when it is something else
     */
    static GoToolchain parse(String line) throws GoCommandException {
        int platform = line.lastIndexOf(' ');
        if (!line.startsWith(START) || platform < START.length() || line.indexOf('/', platform) < 0) {
            throw new GoCommandException("This is no version of Go: " + line);
        }
        int end = START.length();
        int words = line.startsWith("devel ", end) ? 2 : 1;
        for (int i = 0; i < words; i++) {
            end = line.indexOf(' ', end + (i == 0 ? 0 : 1));
        }
        return new GoToolchain(line.substring(START.length(), end), line.substring(platform + 1));
    }
}
