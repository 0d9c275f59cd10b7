package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePickerTest {

    private static final FilePicker.Kind PRESET = new FilePicker.Kind("Preset", "json");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "prec,prec.json",
                "run v1.2,run v1.2.json",
                "v1.,v1.json",
                "mine.json,mine.json",
                "mine.JSON,mine.JSON",
                "mine.Json,mine.Json",
                "mine.json.,mine.json",
                "mine.json ,mine.json",
                "mine. . ,mine.json",
                "mine.png,mine.png.json",
                "minejson,minejson.json",
                ".json,proposed.json",
                ".JSON,proposed.json",
                "...,proposed.json",
                ".hidden,.hidden.json",
                "\u6570\u5b57,\u6570\u5b57.json",
                "a.json.bak,a.json.bak.json"
            })
    void onlyTheKindsOwnEndingIsOne(String typed, String written) {
        assertEquals(Path.of("/some", written), PRESET.completed(Path.of("/some", typed), "proposed"));
    }
}
