package io.jenkins.plugins.gomodules.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleVersionTest {

    static Stream<Arguments> pairs() {
        return Table.rows("versions-of-paths.txt");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void checksThatPathAndVersionBelongTogether(String path, String version, String answer) {
        ModulePathTest.assertAnswer(answer, () -> new ModuleVersion(path, version).check());
    }

    @ParameterizedTest
    @CsvSource({
        "v1,v1.0.0",
        "v1.2,v1.2.0",
        "v1.2.3+meta,v1.2.3",
        "v2.0.0+incompatible,v2.0.0+incompatible",
        "v2.0.0-pre+incompatible,v2.0.0-pre+incompatible",
        "v2.0.0+x.incompatible,v2.0.0",
        "master,''",
        "+incompatible,''",
        "v1+incompatible,''",
        "'',''"
    })
    void completesVersions(String version, String canonical) {
        assertEquals(canonical, ModuleVersion.canonicalVersion(version));
    }

    @Test
    void isWrittenWithAnAtSign() {
        assertEquals("example.com/m@v1.2.3", new ModuleVersion("example.com/m", "v1.2.3").toString());
        assertEquals("example.com/m", new ModuleVersion("example.com/m", "").toString());
    }

    @Test
    void escapesBothParts() {
        ModuleVersion module = new ModuleVersion("github.com/Azure/x", "v1.0.0-RC1");
        assertEquals("github.com/!azure/x", module.escapedPath());
        assertEquals("v1.0.0-!r!c1", module.escapedVersion());
    }

    @Test
    void ordersByPathThenVersion() {
        List<ModuleVersion> modules = new ArrayList<>();
        for (String name : List.of("b@v1.0.0", "a@v1.10.0", "a@v1.9.0", "a/b@v1.0.0", "a@", "a@v1.9.0-rc1")) {
            int at = name.indexOf('@');
            modules.add(new ModuleVersion(name.substring(0, at), name.substring(at + 1)));
        }
        Collections.sort(modules);
        assertEquals("[a, a@v1.9.0-rc1, a@v1.9.0, a@v1.10.0, a/b@v1.0.0, b@v1.0.0]", modules.toString());
    }

    @Test
    void equalsWhatHasTheSamePathAndVersion() {
        ModuleVersion module = new ModuleVersion("example.com/m", "v1.0.0");
        assertEquals(module, new ModuleVersion("example.com/".concat("m"), "v1.0.0"));
        assertEquals(module.hashCode(), new ModuleVersion("example.com/".concat("m"), "v1.0.0").hashCode());
        assertNotEquals(module, new ModuleVersion("example.com/m", "v1.0.0+meta"));
        assertNotEquals(0, module.compareTo(new ModuleVersion("example.com/m", "v1.0.0+meta")));
        assertNotEquals(module, new ModuleVersion("example.com/n", "v1.0.0"));
        assertNotEquals(module, "example.com/m@v1.0.0");
        assertThrows(NullPointerException.class, () -> new ModuleVersion(null, ""));
        assertThrows(NullPointerException.class, () -> new ModuleVersion("", null));
    }

    @Test
    void travelsBetweenControllerAndAgent() throws Exception {
        ModuleVersion module = new ModuleVersion("example.com/m", "v1.0.0");
        assertEquals(module, copy(module));
        assertEquals("a/*,b", copy(ModulePatterns.parse("a/*,b")).toString());
    }

    private static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked")
            T copy = (T) in.readObject();
            return copy;
        }
    }
}
