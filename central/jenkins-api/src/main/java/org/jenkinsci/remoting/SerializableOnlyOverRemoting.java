package org.jenkinsci.remoting;

import hudson.remoting.Channel;
import java.io.NotSerializableException;
import java.io.Serializable;

/** What may travel to an agent, but must never be written to disk. */
public interface SerializableOnlyOverRemoting extends Serializable {
    default Channel getChannelForSerialization() throws NotSerializableException {
        Channel channel = Channel.current();
        if (channel == null) {
            throw new NotSerializableException(
                    "The calling thread " + Thread.currentThread()
                            + " has no associated channel. The current object " + this
                            + " is SerializableOnlyOverRemoting, but it is likely being serialized/deserialized without the channel");
        }
        return channel;
    }
}
