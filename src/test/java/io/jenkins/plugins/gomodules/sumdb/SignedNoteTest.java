package io.jenkins.plugins.gomodules.sumdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.gomodules.testing.TestLog;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final TestLog LOG = TestLog.named("signer.example");
    private static final NoteKey KEY = NoteKey.parse(LOG.key());
    private static final String NOTE = LOG.sign("text\n");
    private static final String SIGNATURE = NOTE.substring(NOTE.indexOf('—'));

    private static String open(String note) throws SumDbException {
        return SignedNote.open(note.getBytes(StandardCharsets.UTF_8), KEY);
    }

    /** The note and the key are those in the documentation of golang.org/x/mod/sumdb/note. */
    @Test
    void opensWhatOthersHaveSigned() throws Exception {
        NoteKey key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        String signature =
                "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        String other =
                "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
        for (String signatures :
                new String[] {signature, signature + other, other + signature, signature + signature}) {
            byte[] note = (text + "\n" + signatures).getBytes(StandardCharsets.UTF_8);
            assertEquals(text, SignedNote.open(note, key));
        }
        byte[] unsigned = (text + "\n" + other).getBytes(StandardCharsets.UTF_8);
        assertThrows(SumDbException.class, () -> SignedNote.open(unsigned, key));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n" + SIGNATURE,
                NOTE.strip(),
                NOTE + "\n",
                NOTE + "more\n",
                NOTE.replace("— ", "- "),
                NOTE.replace("— ", "—"),
                NOTE.replace("=", ""),
                NOTE.replace(" signer.example ", " signer.example"),
                NOTE.replace(" signer.example ", " signer+example "),
                NOTE.replace("text", "tex\tt"),
                NOTE.replace("text", "tex\r"),
                NOTE.replace("text", "other"),
                NOTE + "— x AAAA\n",
                NOTE + SIGNATURE.repeat(100));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String note) {
        assertThrows(SumDbException.class, () -> open(note));
    }

    @Test
    void aHundredSignaturesAreRead() throws Exception {
        assertEquals("text\n", open(NOTE + SIGNATURE.repeat(99)));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        note[1] = (byte) 0xff;
        assertThrows(SumDbException.class, () -> SignedNote.open(note, KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "go.sum database tree\n",
                "go.sum database tree\n1\n",
                "go.sum database tree\n1\nAAAA\n",
                "go.sum database tree\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "go.sum database tree\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "go.sum database tree\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "go.sum database tree v2\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void aTextThatIsNoHeadIsRefused(String text) {
        assertThrows(SumDbException.class, () -> TreeHead.parse(text));
    }

    @Test
    void aHeadMaySayMore() throws Exception {
        TreeHead head = TreeHead.parse(
                "go.sum database tree\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\nand more\n");
        assertEquals(TreeHead.EMPTY.hash(), head.hash());
    }
}
