package org.penumbra.net.image;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * CNN and dAE sym as TorchScript: methods of a module whose parameters are named as {@link ChannelsFirst} names them.
 *
 * @param decoder whether there is one
 * @param folded  whether repeating is folded into the transposed convolutions; the wider kernels are computed from the
 *                parameters, so that training can follow them, and freezing makes constants of them
 * @param inputs  how the code layer's inputs are numbered
 * @param outputs how the first layer of the decoder numbers what it gives
 */
record PyTorchSource(boolean decoder, boolean folded, ChannelsFirst.Places inputs, ChannelsFirst.Places outputs) {

    private static final String ENCODER = """
              h = torch.relu(torch.max_pool2d(torch.conv2d(x, self.convolution1_weights, self.convolution1_biases), [2, 2]))
              h = torch.relu(torch.max_pool2d(torch.conv2d(h, self.convolution2_weights, self.convolution2_biases), [2, 2]))
            """;
    private static final String REPEATED = """
              d = torch.upsample_nearest2d(d, [8, 8])
              d = torch.relu(torch.conv_transpose2d(d, self.decoder2_weights, self.decoder2_biases))
              d = torch.upsample_nearest2d(d, [24, 24])
              r = torch.sigmoid(torch.conv_transpose2d(d, self.decoder3_weights, self.decoder3_biases))
            """;
    private static final String FOLDED = """
              d = torch.relu(torch.conv_transpose2d(d, self.wide(self.decoder2_weights), self.decoder2_biases, [2, 2]))
              r = torch.sigmoid(torch.conv_transpose2d(d, self.wide(self.decoder3_weights), self.decoder3_biases, [2, 2]))
            """;
    /** The kernel shifted by 0 or 1 to the right, then down. */
    private static final String WIDE = """
            def wide(self, w):
              s = torch.pad(w, [0, 1, 0, 0]) + torch.pad(w, [1, 0, 0, 0])
              return torch.pad(s, [0, 0, 0, 1]) + torch.pad(s, [0, 0, 1, 0])
            """;
    /** Weights [in][out], so that one operation does it: of a linear one the optimiser makes two. */
    private static final String READY = "torch.addmm(self.%2$s_biases, %1$s, self.%2$s_weights)";

    private static final String LINEAR = "torch.linear(%1$s, self.%2$s_weights, self.%2$s_biases)";

    private String network(String dense) {
        boolean lastIn = inputs == ChannelsFirst.Places.CHANNELS_LAST;
        boolean lastOut = outputs == ChannelsFirst.Places.CHANNELS_LAST;
        String encoder = ENCODER
                + "  h = torch.flatten(" + (lastIn ? "h.permute([0, 2, 3, 1])" : "h") + ", 1)\n"
                + "  c = torch.relu(" + dense.formatted("h", "code") + ")\n"
                + "  l = " + dense.formatted("c", "head") + "\n";
        String decoded = "  d = torch.relu(" + dense.formatted("c", "decoder1") + ")\n"
                + "  d = d." + (lastOut ? "view([-1, 4, 4, 64]).permute([0, 3, 1, 2])" : "view([-1, 64, 4, 4])") + "\n"
                + (folded ? FOLDED : REPEATED);
        return decoder ? encoder + decoded : encoder;
    }

    /** What other methods call, to be defined first. */
    static String helpers() {
        return WIDE;
    }

    /** {@code forward(x)}: probabilities and, with a decoder, reconstructions. Fully connected weights are [in][out]. */
    String answers() {
        return "def forward(self, x):\n" + network(READY) + "  return torch.softmax(l, 1)" + (decoder ? ", r" : "")
                + "\n";
    }

    /** {@code loss(x, clean, labels)}. Fully connected weights are [out][in]. */
    String loss(double lambda) {
        String sum = decoder ? "e + " + lambda + " * torch.mse_loss(r, clean)" : "e";
        return "def loss(self, x, clean, labels):\n" + network(LINEAR)
                + "  e = torch.cross_entropy_loss(l, labels)\n  return " + sum + "\n";
    }

    /** Functions outside of a module: {@code listed}, which makes a list of so many tensors, and {@code none}. */
    static String lists(int count) {
        String names = IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
        String typed =
                IntStream.range(0, count).mapToObj(i -> "t" + i + ": Tensor").collect(Collectors.joining(", "));
        return "def listed(" + typed + "):\n  return [" + names + "]\n"
                + "def none():\n  empty: List[Tensor] = []\n  return empty\n";
    }
}
