package org.penumbra.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.OutsideText;

/** Names and titles are looked at where they are read, so that nothing else has to fear them. */
class PresetNamesTest {

    private static final String RINGS = PresetFile.toJson(Presets.find("rings"));
    private static final String IMAGES = ImagePresets.toJson(ImagePresets.load("built-in-cnn"));

    /** As it stands between the quotation marks of the JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../elsewhere/pwned",
                "/tmp/x",
                "a\\\\b",
                "C:x",
                "..",
                "\\u0000",
                "\\ud800",
                "a\\u001b[31m",
                "a\\nb",
                "\\u202egnp",
                "nul",
            })
    void aNameThatIsAPathOrCannotBeAFileIsRefused(String name) {
        refused("name", () -> ImagePresets.read(with(IMAGES, "name", name), "mine.json"));
        refused("name", () -> PresetFile.read(with(RINGS, "name", name), "mine.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800t", "a\\u001b]0;x\\u0007", "two\\nlines"})
    void aTitleIsOneLineOfWholeCharacters(String title) {
        refused("title", () -> ImagePresets.read(with(IMAGES, "title", title), "mine.json"));
        refused("title", () -> PresetFile.read(with(RINGS, "title", title), "mine.json"));
    }

    @Test
    void aDescriptionHasLinesButNoControls() {
        assertEquals(
                "a\nb",
                PresetFile.read(with(RINGS, "description", "a\\nb"), "m").description());
        refused("description", () -> PresetFile.read(with(RINGS, "description", "a\\u001b"), "mine.json"));
        refused("description", () -> ImagePresets.read(with(IMAGES, "description", "\\udc00"), "mine.json"));
    }

    @Test
    void theNameOfTheDataIsOneLineToo() {
        String built = IMAGES.replaceFirst("(?s)\"data\": \\{.*?\\}", "\"data\": {\"name\": \"a\\\\u0000b\"}");
        refused("data", () -> ImagePresets.read(built, "mine.json"));
    }

    @Test
    void wholeEmojiStay() {
        String face = "\uD83D\uDE00";
        assertEquals(
                face, PresetFile.read(with(RINGS, "name", face), "mine.json").name());
        assertEquals(
                "Three " + face,
                PresetFile.read(with(RINGS, "title", "Three " + face), "m").title());
    }

    private static String with(String json, String key, String value) {
        String changed = json.replaceFirst(
                "\"" + key + "\": \"[^\"]*\"", Matcher.quoteReplacement("\"" + key + "\": \"" + value + "\""));
        assertTrue(changed.contains(value), changed);
        return changed;
    }

    private static void refused(String key, Runnable reading) {
        PresetException refused = assertThrows(PresetException.class, reading::run);
        assertTrue(refused.getMessage().startsWith("mine.json: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(key + ": expected "), refused.getMessage());
        assertTrue(OutsideText.isOneLine(refused.getMessage()), refused.getMessage());
        assertEquals(OutsideText.shown(refused.getMessage()), refused.getMessage());
    }
}
