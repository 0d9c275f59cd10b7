package org.penumbra.net.image;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** How PyTorch keeps images of several channels, and kernels, in memory. */
enum PyTorchFormat {

    /** Channel, row, column. */
    CONTIGUOUS("contiguous", torch.MemoryFormat.Contiguous, ChannelsFirst.Places.CHANNELS_FIRST),

    /** Row, column, channel. */
    CHANNELS_LAST("channels-last", torch.MemoryFormat.ChannelsLast, ChannelsFirst.Places.CHANNELS_LAST);

    private static final int SIDE = ImageSettings.SIDE;

    private final String label;
    private final torch.MemoryFormat format;
    private final ChannelsFirst.Places places;

    PyTorchFormat(String label, torch.MemoryFormat format, ChannelsFirst.Places places) {
        this.label = label;
        this.format = format;
        this.places = places;
    }

    String label() {
        return label;
    }

    /** The numbering of places by which an image becomes a row of numbers without being copied. */
    ChannelsFirst.Places places() {
        return places;
    }

    /** A tensor of its own with some weights. */
    @SuppressWarnings("try") // the scope frees what is made within it
    Tensor weights(ChannelsFirst array) {
        try (PointerScope scope = new PointerScope()) {
            Tensor tensor = torch.from_blob(new FloatPointer(array.values()), array.shape())
                    .clone();
            // Kept, so that it outlives the scope.
            return ordered(tensor).retainReference();
        }
    }

    /** The same numbers in this order; the tensor itself where they are, or where it is no kernel and no image. */
    Tensor ordered(Tensor tensor) {
        return tensor.dim() == 4 ? tensor.contiguous(format) : tensor;
    }

    /** Images in this memory: count x 1 x 28 x 28. */
    Tensor images(FloatPointer memory, int count) {
        return images(torch.from_blob(memory, new long[] {count, 1, SIDE, SIDE}), count);
    }

    /**
     * Images of one channel lie the same in both formats. PyTorch then takes their strides' word for it, so that the
     * first convolution would hand on a contiguous result if they did not name the channel last.
     */
    Tensor images(Tensor images, int count) {
        long[] size = {count, 1, SIDE, SIDE};
        return this == CONTIGUOUS ? images : images.as_strided(size, SIDE * SIDE, 1, SIDE, 1);
    }
}
