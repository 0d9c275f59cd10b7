package org.penumbra.net.image;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.Map;
import org.penumbra.net.Cores;
import org.penumbra.speed.Engine;

/** ONNX Runtime in this process. */
final class OnnxHost implements EngineHost {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    OnnxHost() {
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ImageEngine make(Engine engine, ImageWork work) {
        try {
            return new OnnxEngine(environment, work, engine.folded());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take the model", e);
        }
    }

    /** Each session is told so when it is made; ONNX Runtime has no way to ask it. */
    @Override
    public void useAllCores() {}

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "ONNX Runtime",
                environment.getVersion() + ", all optimisations, " + Cores.count() + " threads asked for");
    }
}
