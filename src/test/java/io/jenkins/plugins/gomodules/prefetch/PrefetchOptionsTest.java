package io.jenkins.plugins.gomodules.prefetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrefetchOptionsTest {
    static Stream<Arguments> outOfRange() {
        return Stream.of(
                Arguments.of("parallelism", (Executable)
                        () -> PrefetchOptions.builder().parallelism(1025).build()),
                Arguments.of("parallelism", (Executable)
                        () -> PrefetchOptions.builder().parallelism(-1).build()),
                Arguments.of("retries", (Executable)
                        () -> PrefetchOptions.builder().retries(21).build()),
                Arguments.of("connectTimeout", (Executable)
                        () -> PrefetchOptions.builder().connectTimeoutSeconds(0).build()),
                Arguments.of("readTimeout", (Executable)
                        () -> PrefetchOptions.builder().readTimeoutSeconds(3601).build()),
                Arguments.of("timeout", (Executable)
                        () -> PrefetchOptions.builder().timeoutSeconds(-1).build()),
                Arguments.of("dirs", (Executable)
                        () -> PrefetchOptions.builder().dirs(List.of()).build()),
                Arguments.of("engine", (Executable) () -> Engine.parse("fast")),
                Arguments.of("verify", (Executable) () -> Verification.parse("")));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void whatIsOutOfRangeIsNamed(String parameter, Executable build) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, build);
        assertTrue(e.getMessage().startsWith(parameter + ":"), e::getMessage);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void enginesAreReadAsTheyAreWritten(Engine engine) {
        assertEquals(engine, Engine.parse(engine.id()));
    }

    @ParameterizedTest
    @EnumSource(Verification.class)
    void verificationsAreReadAsTheyAreWritten(Verification verification) {
        assertEquals(verification, Verification.parse(verification.id()));
    }

    @Test
    void whatIsNotSetIsLeftToTheEnvironment() {
        assertTrue(PrefetchOptions.builder()
                .setting("GOPROXY", null, "test")
                .build()
                .settings()
                .isEmpty());
    }
}
