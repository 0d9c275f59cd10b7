package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.PresetNode;

/**
 * Whose layers trained a network, as files say it. Where they are our own, nothing is written: so files are as they were
 * before there was a choice, and those of that time mean the same.
 */
final class StepEngineFormat {

    static final String KEY = "engine";

    private StepEngineFormat() {}

    static StepEngine read(PresetNode parent) {
        PresetNode engine = parent.child(KEY);
        return engine.isMissing()
                ? StepEngine.PENUMBRA
                : engine.choice(Arrays.stream(StepEngine.values())
                        .collect(Collectors.toMap(StepEngine::id, Function.identity())));
    }

    static void write(StepEngine engine, ObjectNode parent) {
        if (engine != StepEngine.PENUMBRA) {
            parent.put(KEY, engine.id());
        }
    }
}
