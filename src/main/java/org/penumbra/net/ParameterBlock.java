package org.penumbra.net;

import java.util.List;

/**
 * A named range of a network's flat vector of parameters.
 *
 * @param name  layer and kind, as "convolution1/weights"
 * @param shape its sizes, row-major
 * @param from  index of its first number
 */
public record ParameterBlock(String name, List<Integer> shape, int from) {

    public ParameterBlock {
        shape = List.copyOf(shape);
    }

    /** How many numbers it holds. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
