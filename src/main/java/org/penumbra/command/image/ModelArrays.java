package org.penumbra.command.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.NpzWriter;
import org.penumbra.command.console.Console;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;

/** A model, and what it answers for some images, as the arrays of an NPZ file; {@code src/docs/npz.md} tells each. */
final class ModelArrays {

    private static final int SIDE = ImageSettings.SIDE;
    private static final int PIXELS = ImageSettings.PIXELS;
    /** Images whose gammas are computed between two reports of progress. */
    private static final int CHUNK = 100;

    private final ImageModel model;
    private final Console console;

    /** @param console hears how far the gammas are */
    ModelArrays(ImageModel model, Console console) {
        this.model = model;
        this.console = console;
    }

    /**
     * Writes the file.
     *
     * @param inputs to answer for, or none
     * @throws IOException where it cannot be written
     */
    void write(Path file, Optional<ImageInputs> inputs) throws IOException {
        try (ImageNetwork network = model.network();
                NpzWriter npz = new NpzWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ParameterBlock block : network.blocks()) {
                npz.part(block.name(), model.parameters(), block.from(), block.shape());
            }
            writeDescription(npz);
            if (inputs.isPresent()) {
                writeAnswers(npz, network, inputs.get());
            }
        }
    }

    private void writeDescription(NpzWriter npz) throws IOException {
        npz.text("architecture", model.settings().architecture().id());
        npz.integers("omega", new int[] {model.settings().omega()});
        npz.texts("classes", model.classes());
        npz.text("fit", model.provenance().fit().id());
        npz.floats("held_out_errors", model.heldOutErrors(), model.heldOutErrors().length);
        npz.text("provenance", ModelFile.provenance(model.provenance()).toString());
    }

    private void writeAnswers(NpzWriter npz, ImageNetwork network, ImageInputs inputs) throws IOException {
        int count = inputs.count();
        ImageArchitecture architecture = model.settings().architecture();
        npz.floats("inputs", inputs.pixels(), count, SIDE, SIDE);
        npz.texts("sources", inputs.sources());
        if (inputs.labels().length > 0) {
            npz.integers("labels", inputs.labels(), count);
        }
        ImageResponse response = network.respond(inputs.pixels(), count);
        npz.floats("logits", response.logits(), count, model.settings().units());
        npz.floats("scores", response.scores(), count, response.classes());
        if (architecture.reconstructs()) {
            npz.floats("reconstructions", response.reconstructions(), count, SIDE, SIDE);
            npz.floats("errors", response.errors(), count);
            npz.floats("gammas", gammas(network, inputs), count);
        }
    }

    private float[] gammas(ImageNetwork network, ImageInputs inputs) {
        float[] gammas = new float[inputs.count()];
        try (ImageCurvature curvature = new ImageCurvature(network)) {
            for (int from = 0; from < gammas.length; from += CHUNK) {
                int to = Math.min(from + CHUNK, gammas.length);
                double[] exact =
                        curvature.exact(Arrays.copyOfRange(inputs.pixels(), from * PIXELS, to * PIXELS), to - from);
                for (int i = from; i < to; i++) {
                    gammas[i] = (float) exact[i - from];
                }
                if (gammas.length > CHUNK) {
                    console.err().println("gamma: " + to + " of " + gammas.length + " images");
                }
            }
        }
        return gammas;
    }
}
