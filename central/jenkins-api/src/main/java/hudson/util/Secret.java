package hudson.util;

import com.thoughtworks.xstream.converters.SingleValueConverter;
import hudson.Util;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** A text that is on disk in encrypted form only, as <code>{AQAA…}</code>, by a key in Jenkins' home. */
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final byte PAYLOAD_V1 = 1;
    private static final int HEAD = 9;

    private final String value;
    private byte[] iv;

    private Secret(String value, byte[] iv) {
        this.value = value;
        this.iv = iv;
    }

    public static Secret fromString(String data) {
        String text = Util.fixNull(data);
        Secret decrypted = decrypt(text);
        return decrypted == null ? new Secret(text, null) : decrypted;
    }

    public static Secret decrypt(String data) {
        if (data == null || !data.startsWith("{") || !data.endsWith("}")) {
            return null;
        }
        try {
            ByteBuffer payload = ByteBuffer.wrap(Base64.getDecoder().decode(data.substring(1, data.length() - 1)));
            if (payload.remaining() < HEAD || payload.get() != PAYLOAD_V1) {
                return null;
            }
            int ivLength = payload.getInt();
            int length = payload.getInt();
            if (ivLength < 0 || length < 0 || payload.remaining() != (long) ivLength + length) {
                return null;
            }
            byte[] iv = new byte[ivLength];
            byte[] code = new byte[length];
            payload.get(iv).get(code);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, iv).doFinal(code);
            return new Secret(new String(plain, StandardCharsets.UTF_8), iv);
        } catch (IllegalArgumentException | GeneralSecurityException x) {
            return null;
        }
    }

    public String getEncryptedValue() {
        try {
            synchronized (this) {
                if (iv == null) {
                    iv = random();
                }
            }
            byte[] code = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(value.getBytes(StandardCharsets.UTF_8));
            ByteBuffer payload = ByteBuffer.allocate(HEAD + iv.length + code.length);
            payload.put(PAYLOAD_V1)
                    .putInt(iv.length)
                    .putInt(code.length)
                    .put(iv)
                    .put(code);
            return "{" + Base64.getEncoder().encodeToString(payload.array()) + "}";
        } catch (GeneralSecurityException x) {
            throw new IllegalStateException(x);
        }
    }

    private static Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new IvParameterSpec(iv));
        return cipher;
    }

    private static synchronized byte[] key() {
        Path file = Jenkins.get().getRootDir().toPath().resolve("secrets/" + Secret.class.getName());
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.write(file, random());
            }
            return Files.readAllBytes(file);
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    public String getPlainText() {
        return value;
    }

    public static String toString(Secret s) {
        return s == null ? "" : s.value;
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    public boolean equals(Object that) {
        return that instanceof Secret other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** How a secret is written to XML. */
    public static final class ConverterImpl implements SingleValueConverter {
        @Override
        public boolean canConvert(Class type) {
            return type == Secret.class;
        }

        @Override
        public String toString(Object o) {
            return ((Secret) o).getEncryptedValue();
        }

        @Override
        public Object fromString(String text) {
            return Secret.fromString(text);
        }
    }
}
