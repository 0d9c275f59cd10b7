package org.penumbra.net.stock;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageLayout;

/**
 * How one block of our flat vector stands in a DL4J layer. DL4J keeps channels first, we keep them last, so axes change
 * places.
 *
 * @param block ours
 * @param layer DL4J's name of the layer
 * @param kind  DL4J's name of the parameter, "W" or "b"
 * @param sizes of our axes, finer than the block's shape where an axis is rows, columns and channels in one
 * @param axes  which of ours each of DL4J's is
 */
record StockBlock(ParameterBlock block, String layer, String kind, long[] sizes, int[] axes) {

    static StockBlock of(ParameterBlock block) {
        int slash = block.name().indexOf('/');
        String layer = block.name().substring(0, slash);
        boolean weights = block.name().endsWith("/weights");
        long[] sizes = block.shape().stream().mapToLong(Integer::longValue).toArray();
        long[] flat = {ImageLayout.PLACES, ImageLayout.PLACES, ImageLayout.CHANNELS2};
        String kind = weights ? "W" : "b";
        if (layer.startsWith("convolution") && weights) {
            return new StockBlock(block, layer, kind, sizes, new int[] {3, 2, 0, 1});
        }
        if (layer.equals("code") && weights) {
            return new StockBlock(
                    block, layer, kind, new long[] {flat[0], flat[1], flat[2], sizes[1]}, new int[] {2, 0, 1, 3});
        }
        if (sizes.length == 4) {
            return new StockBlock(block, layer, kind, sizes, new int[] {0, 3, 1, 2});
        }
        if (layer.equals("decoder1") && sizes[sizes.length - 1] == ImageLayout.FEATURES) {
            return weights
                    ? new StockBlock(
                            block, layer, kind, new long[] {sizes[0], flat[0], flat[1], flat[2]}, new int[] {0, 3, 1, 2
                            })
                    : new StockBlock(block, layer, kind, flat, new int[] {2, 0, 1});
        }
        return new StockBlock(block, layer, kind, sizes, sizes.length == 1 ? new int[] {0} : new int[] {0, 1});
    }

    /** Our numbers of this block as DL4J's parameter of that shape. */
    INDArray toStock(float[] values, long[] shape) {
        float[] part = Arrays.copyOfRange(values, block.from(), block.from() + block.size());
        return Nd4j.createFromArray(part)
                .reshape('c', sizes)
                .permute(axes)
                .dup('c')
                .reshape('c', shape);
    }

    /** Writes DL4J's parameter, or its gradient, to our places. */
    void toOurs(INDArray parameter, float[] values) {
        long[] theirs = new long[axes.length];
        int[] back = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            theirs[i] = sizes[axes[i]];
            back[axes[i]] = i;
        }
        float[] part = parameter
                .dup('c')
                .reshape('c', theirs)
                .permute(back)
                .dup('c')
                .data()
                .asFloat();
        System.arraycopy(part, 0, values, block.from(), part.length);
    }
}
