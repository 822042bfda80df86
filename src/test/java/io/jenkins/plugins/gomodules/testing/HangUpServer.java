package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes connections, reads a little, perhaps says something, and ends them: to a TLS client, a handshake that is cut. */
public final class HangUpServer extends LoopbackServer {

    private final int bytes;
    private final String words;
    private final boolean reset;

    private HangUpServer(int bytes, String words, boolean reset) throws IOException {
        this.bytes = bytes;
        this.words = words;
        this.reset = reset;
        listen();
    }

    /** Ends connections properly (FIN) after so many bytes of the client, with these words to it. */
    public static HangUpServer saying(String words, int bytes) throws IOException {
        return new HangUpServer(bytes, words, false);
    }

    /** Resets connections (RST) after so many bytes of the client. */
    public static HangUpServer resetting(int bytes) throws IOException {
        return new HangUpServer(bytes, "", true);
    }

    @Override
    void serve(Socket socket, int number) throws IOException {
        socket.getInputStream().readNBytes(bytes);
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        if (reset) {
            reset(socket);
        } else {
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
