package org.penumbra.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever is done to a preset, reading it gives a preset or a message, soon. */
class PresetFuzzTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"abc\"",
            "-1",
            "0",
            "1e999",
            "-1e999",
            "NaN",
            "1e-999",
            "0.5",
            "99999999999999999999999999",
            "[]",
            "{}",
            "[[[]]]",
            "{\"kind\": 3}",
            "\"\\ud800\"",
            "-0.0",
            "\"relu\"",
            "1e15",
            "-9223372036854775809");

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void mutatedBytesGiveAPresetOrAMessage() {
        SplittableRandom random = new SplittableRandom(20);
        List<Preset> shipped = Presets.shipped();
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = PresetFile.toJson(shipped.get(random.nextInt(shipped.size())))
                    .getBytes(StandardCharsets.UTF_8);
            for (int mutations = 1 + random.nextInt(4); mutations > 0; mutations--) {
                bytes = mutate(bytes, random);
            }
            refused += isRefused(bytes, i) ? 1 : 0;
        }
        assertTrue(refused > 3000, "the mutations hardly hurt: " + refused);
    }

    private static byte[] mutate(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(30));
        byte[] mutated = switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, Math.max(1, at));
            case 1 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 2 -> join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> bytes.clone();
        };
        if (mutated.length > 0 && random.nextBoolean()) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated.length == 0 ? new byte[1] : mutated;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void oddValuesInAnyPlaceGiveAPresetOrAMessageThatNamesThePlace() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        List<Preset> shipped = Presets.shipped();
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            JsonNode tree = mapper.readTree(PresetFile.toJson(shipped.get(random.nextInt(shipped.size()))));
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            replace(containers.get(random.nextInt(containers.size())), random);
            String odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
            refused += isRefused(tree.toString().replace("\"@@\"", odd).getBytes(StandardCharsets.UTF_8), i) ? 1 : 0;
        }
        assertTrue(refused > 4000, "odd values are let in: " + refused);
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void replace(JsonNode container, SplittableRandom random) {
        int at = random.nextInt(container.size());
        if (container instanceof ArrayNode array) {
            array.set(at, "@@");
        } else if (container instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            if (random.nextInt(4) == 0) {
                object.remove(keys.get(at));
            } else {
                object.put(keys.get(at), "@@");
            }
        }
    }

    private static boolean isRefused(byte[] bytes, int number) {
        return assertTimeout(SOON, () -> {
            try {
                Preset preset = PresetFile.read(new ByteArrayInputStream(bytes), "fuzz.json");
                assertEquals(preset, PresetFile.read(PresetFile.toJson(preset), "again"));
                return false;
            } catch (PresetException message) {
                assertTrue(message.getMessage().startsWith("fuzz.json: "), message.getMessage());
                assertTrue(message.getMessage().length() < 600, message.getMessage());
                return true;
            } catch (RuntimeException | Error other) {
                return fail("mutation " + number + ": " + new String(bytes, StandardCharsets.UTF_8), other);
            }
        });
    }
}
