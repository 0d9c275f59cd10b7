package org.penumbra.command.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.NpzWriter;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFile;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.PixelCurvature;
import org.penumbra.net.image.TrainedModel;

/** A model, and what it answers for some images, as the arrays of an NPZ file; {@code src/docs/npz.md} tells each. */
final class ModelArrays {

    private static final int SIDE = ImageSettings.SIDE;
    private static final int PIXELS = ImageSettings.PIXELS;
    /** Images whose gammas are computed between two reports of progress. */
    private static final int CHUNK = 100;

    private final String called;
    private final ImageModel model;
    private final Console console;

    /**
     * @param called  as it was typed
     * @param console hears how far the gammas are
     */
    ModelArrays(String called, ImageModel model, Console console) {
        this.called = called;
        this.model = model;
        this.console = console;
    }

    /**
     * Computes the answers, which may take minutes, and then writes the file.
     *
     * @param inputs to answer for, or none
     */
    void write(OutputFile file, Optional<ImageInputs> inputs) {
        try (ImageClassifier network = model.network()) {
            Optional<Answers> answers = inputs.map(images -> answers(network, images));
            file.write(stream -> {
                try (NpzWriter npz = new NpzWriter(stream)) {
                    writeWeights(npz);
                    writeDescription(npz);
                    if (answers.isPresent()) {
                        writeAnswers(npz, answers.get());
                    }
                }
            });
        }
    }

    /** What the model says to images; no gammas without a decoder. */
    private record Answers(ImageInputs inputs, ImageResponse response, float[] gammas) {}

    private Answers answers(ImageClassifier network, ImageInputs inputs) {
        ImageResponse response = network.respond(inputs.pixels(), inputs.count());
        return new Answers(inputs, response, model.doubts() ? gammas(network, inputs) : new float[0]);
    }

    private void writeWeights(NpzWriter npz) throws IOException {
        if (model instanceof TrainedModel own) {
            for (ParameterBlock block : ImageNetwork.blocks(own.settings())) {
                npz.part(block.name(), own.parameters(), block.from(), block.shape());
            }
            npz.text("architecture", own.settings().architecture().id());
        }
        if (model instanceof GuestModel guest) {
            npz.floats(
                    "parameters", guest.content().parameters(), guest.content().parameters().length);
            npz.text("configuration", guest.content().configuration().text());
            npz.text(
                    "guest",
                    new ObjectMapper()
                            .writeValueAsString(GuestFacts.of(called, guest).orElseThrow()));
        }
    }

    private void writeDescription(NpzWriter npz) throws IOException {
        npz.integers("omega", new int[] {model.shape().omega()});
        npz.texts("classes", model.classes());
        npz.text("fit", model.trainingImages().fit().id());
        npz.floats("held_out_errors", model.heldOutErrors(), model.heldOutErrors().length);
        npz.text("provenance", ModelFile.provenance(model).toString());
    }

    private void writeAnswers(NpzWriter npz, Answers answers) throws IOException {
        ImageInputs inputs = answers.inputs();
        ImageResponse response = answers.response();
        int count = inputs.count();
        npz.floats("inputs", inputs.pixels(), count, SIDE, SIDE);
        npz.texts("sources", inputs.sources());
        if (inputs.labels().length > 0) {
            npz.integers("labels", inputs.labels(), count);
        }
        npz.floats("logits", response.logits(), count, model.shape().units());
        npz.floats("scores", response.scores(), count, response.classes());
        if (model.doubts()) {
            npz.floats("reconstructions", response.reconstructions(), count, SIDE, SIDE);
            npz.floats("errors", response.errors(), count);
            npz.floats("gammas", answers.gammas(), count);
        }
    }

    private float[] gammas(ImageClassifier network, ImageInputs inputs) {
        float[] gammas = new float[inputs.count()];
        try (PixelCurvature curvature = network.curvature()) {
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
