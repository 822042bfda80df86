package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VcsRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    "";                                ""
                    github.com:git;                    ""
                    "github.com:git, private : all";   ""
                    public:git|hg,private:all,*:off;   ""
                    github.com;                        Write pattern:command
                    github.com:git,;                   Write pattern:command
                    :git;                              Write pattern:command
                    ./x:git;                           Write pattern:command
                    a.example:git,a.example:hg;        two rules for "a.example"
                    a.example:;                        is no version control system
                    a.example:git|;                    is no version control system
                    a.example:gti;                     is no version control system
                    """)
    void saysWhatIsWrong(String value, String part) {
        String problem = VcsRules.problem(value);
        assertTrue(problem.contains(part), problem);
        assertEquals(part.isEmpty(), problem.isEmpty(), problem);
    }
}
