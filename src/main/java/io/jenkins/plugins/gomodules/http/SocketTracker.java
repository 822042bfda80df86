package io.jenkins.plugins.gomodules.http;

import java.net.Socket;

/** Knows every socket from before it connects until it is closed, so that all can be closed from outside. */
interface SocketTracker {
    void opened(Socket socket);

    void closed(Socket socket);
}
