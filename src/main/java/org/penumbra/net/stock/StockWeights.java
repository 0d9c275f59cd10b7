package org.penumbra.net.stock;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageLayout;
import org.penumbra.net.image.ImageSettings;

/** The weights of a graph of DL4J's in our order, that of {@link ImageLayout}, in which layers have their channels last. */
final class StockWeights {

    private final List<ParameterBlock> blocks;
    private final int size;

    StockWeights(ImageSettings settings) {
        ImageLayout layout = new ImageLayout(settings);
        blocks = layout.blocks();
        size = layout.size();
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** A copy of all weights and biases. */
    float[] read(ComputationGraph graph) {
        float[] values = new float[size];
        for (ParameterBlock block : blocks) {
            StockBlock place = StockBlock.of(block);
            place.toOurs(graph.getLayer(place.layer()).getParam(place.kind()), values);
        }
        return values;
    }

    /** Sets all weights and biases. */
    void write(float[] values, ComputationGraph graph) {
        if (values.length != size) {
            throw new IllegalArgumentException("this network has " + size + " parameters, but got " + values.length);
        }
        for (ParameterBlock block : blocks) {
            StockBlock place = StockBlock.of(block);
            Layer layer = graph.getLayer(place.layer());
            layer.setParam(
                    place.kind(),
                    place.toStock(values, layer.getParam(place.kind()).shape()));
        }
    }
}
