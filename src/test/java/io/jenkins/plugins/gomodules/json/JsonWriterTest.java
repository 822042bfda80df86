package io.jenkins.plugins.gomodules.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static Map<String, Object> sample() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("modules", 3);
        map.put("bytes", 12345678901L);
        map.put("ok", true);
        map.put("none", null);
        map.put("list", Arrays.asList("a", 1.5, null, List.of(), Map.of()));
        return map;
    }

    @Test
    void writesOneLine() {
        assertEquals(
                "{\"modules\":3,\"bytes\":12345678901,\"ok\":true,\"none\":null,\"list\":[\"a\",1.5,null,[],{}]}",
                JsonWriter.write(sample()));
    }

    @Test
    void writesForPeople() {
        assertEquals("""
                {
                  "modules": 3,
                  "bytes": 12345678901,
                  "ok": true,
                  "none": null,
                  "list": [
                    "a",
                    1.5,
                    null,
                    [],
                    {}
                  ]
                }\
                """, JsonWriter.writeIndented(sample()));
    }

    @Test
    void escapesWhatCannotStandInAString() {
        assertEquals(
                "\"q\\\"b\\\\n\\nr\\rt\\t\\u0000\\u001f\\u007f\\u0085\\u2028é\ud83d\ude00\"",
                JsonWriter.write("q\"b\\n\nr\rt\t\u0000\u001f\u007f\u0085\u2028é\ud83d\ude00"));
        assertEquals("\"\\ude00x\\ud83d\"", JsonWriter.write("\ude00x\ud83d"));
    }

    @Test
    void whatJsonHasNoNumberForIsNull() {
        assertEquals("[null,null,1.0E300]", JsonWriter.write(List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1e300)));
    }

    @Test
    void otherValuesAreStrings() {
        assertEquals("{\"DAY\":\"PT1S\"}", JsonWriter.write(Map.of("DAY", java.time.Duration.ofSeconds(1))));
    }

    @Test
    void theReaderReadsIt() throws IOException {
        String json = JsonWriter.writeIndented(sample());

        assertEquals(json, JsonWriter.writeIndented(JsonReader.parse(json)));
        assertEquals(JsonWriter.write(sample()), JsonReader.parse(json).toString());
    }

    @Test
    void aMapThatHoldsItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(list));
    }
}
