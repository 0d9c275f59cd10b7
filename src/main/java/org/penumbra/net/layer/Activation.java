package org.penumbra.net.layer;

/** What a layer does to each of its sums. */
public enum Activation {
    RELU, TANH, SIGMOID, IDENTITY
}
