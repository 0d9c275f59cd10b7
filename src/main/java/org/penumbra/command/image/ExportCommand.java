package org.penumbra.command.image;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.archive.FileKind;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.Dl4jWait;
import org.penumbra.command.console.OutputFile;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.EmnistOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.GivenModel;
import org.penumbra.command.option.Ranges;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.net.stock.StockImageNetwork;
import org.penumbra.preset.ImageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a trained image model in formats that other programs read. */
@Command(
        name = "export",
        description = {
            "Writes a trained image model for other programs: as NumPy arrays, as a DL4J network, or both.",
            "%nArrays of the NPZ file, float32 in C order where nothing else is said:",
            "  convolution1/weights  5 x 5 x 1 x 32: kernel row, kernel column, channel in, channel out",
            "  convolution2/weights  5 x 5 x 32 x 64, likewise",
            "  code/weights          1024 x 400: in (4 x 4 x 64: row, column, channel), out",
            "  head/weights          400 x (classes * omega); unit k * omega + j is the j-th of class k",
            "  decoder1/weights      400 x 1024 (dae-sym) or 400 x 784 (dae-asym)",
            "  decoder2/weights      dae-sym: 64 x 5 x 5 x 32: channel in, kernel row, column, channel out",
            "  decoder3/weights      dae-sym: 32 x 5 x 5 x 1, likewise",
            "  .../biases            one number a channel or unit out",
            "  architecture, classes, fit, provenance: texts; omega: int32; held_out_errors: 1001 or none",
            "Of a network of DL4J, in place of the weights by layer and the architecture:",
            "  parameters            all of them, in DL4J's own order",
            "  configuration, guest  texts: DL4J's configuration as JSON, and what is taken for what",
            "%nWith --inputs, n images, also:",
            "  inputs                n x 28 x 28, 0 (background) to 1 (ink)",
            "  sources               n texts: where each image is from",
            "  labels                n int32: classes of the model, found by their names, or of the data set where the model "
                    + "does not know all of them; not for pictures",
            "  logits, scores        n x (classes * omega), n x classes",
            "  reconstructions       n x 28 x 28; with a decoder, like the next two",
            "  errors                n: ||r(x) - x||",
            "  gammas                n: 1/784 * sum_i (dr_i/dx_i - 1), exact%n",
            "src/docs/npz.md computes all of it again with NumPy."
        },
        footer = {"", "For example: penumbra export mnist-dae-sym --npz model.npz --inputs mnist --count 500"})
public final class ExportCommand implements Callable<Integer> {

    private static final int COUNT = 100;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Mixin
    private DigitPictures pictures;

    @Mixin
    private EmnistOption emnist;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A model that ships, a file written by training, or a network of DL4J.")
    private String model;

    @Option(names = "--npz", paramLabel = "FILE", description = "Write NumPy arrays, to be read with numpy.load.")
    private Path npz;

    @Option(
            names = "--dl4j",
            paramLabel = "FILE",
            description = "Write a network of DL4J's stock layers, to be read with "
                    + "ComputationGraph.load. The first time, DL4J unpacks about 440 MB into the cache folder.")
    private Path dl4j;

    @Option(
            names = "--inputs",
            arity = "1..*",
            paramLabel = "SET|FILE",
            description =
                    "With --npz: what to answer for. "
                            + "mnist, fashion-mnist, built-in-digits, a folder with the four files of a data set, or one with a folder of "
                            + "pictures for each class: its first test images. "
                            + "Otherwise pictures (PNG, JPEG, GIF, BMP, WebP, TIFF). Takes all that follows up to the next option, so MODEL goes before.")
    private List<String> inputs;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Images of the data set, 1 to " + ImageInputs.MOST + ", " + COUNT + " unless told otherwise.")
    private Integer count;

    @Mixin
    private ForceOption force;

    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        Optional<OutputFile> arrays =
                Optional.ofNullable(npz).map(file -> OutputFile.prepare(file, "--npz", FileKind.ARRAYS, force.given()));
        Optional<OutputFile> graph =
                Optional.ofNullable(dl4j).map(file -> OutputFile.prepare(file, "--dl4j", FileKind.DL4J, force.given()));
        ImageModel loaded = GivenModel.load(model, console);
        Optional<ImageInputs> images = inputs == null ? Optional.empty() : Optional.of(images(loaded));
        arrays.ifPresent(file -> {
            new ModelArrays(model, loaded, console).write(file, images);
            console.out().println("Written: " + file.path());
        });
        graph.ifPresent(file -> {
            writeGraph(loaded, file);
            console.out().println("Written: " + file.path());
        });
        return 0;
    }

    private void check() {
        pictures.check();
        if (npz == null && dl4j == null) {
            throw wrong("Missing where to write to: --npz FILE, --dl4j FILE or both");
        }
        if (npz != null
                && dl4j != null
                && npz.toAbsolutePath().normalize().equals(dl4j.toAbsolutePath().normalize())) {
            throw wrong("--npz and --dl4j: expected two files, but both are " + npz);
        }
        if (inputs != null && npz == null) {
            throw wrong("--inputs: answers are written to the NPZ file, so --npz FILE is needed");
        }
        if (inputs == null && (count != null || pictures.given().isPresent() || emnist.isGiven())) {
            throw wrong((count != null ? "--count" : pictures.given().orElse(EmnistOption.NAME))
                    + ": it tells about --inputs, which is missing");
        }
        if (inputs != null) {
            checkInputs();
        }
    }

    private void checkInputs() {
        if (inputs.size() > ImageInputs.MOST) {
            throw wrong("--inputs: expected up to " + ImageInputs.MOST + " pictures, but got " + inputs.size());
        }
        boolean set = inputs.stream().anyMatch(this::isSet);
        if (set && inputs.size() > 1) {
            throw wrong("--inputs: expected one data set or some pictures, but got " + String.join(" ", inputs));
        }
        if (!set && count != null) {
            throw wrong("--count: it tells how many images of a data set, and --inputs names pictures");
        }
        if (!set && emnist.isGiven()) {
            throw wrong(
                    EmnistOption.NAME + ": it tells how the files of a data set are read, and --inputs names pictures");
        }
        if (set && pictures.given().isPresent() && !isPictureFolder(inputs.get(0))) {
            throw wrong(pictures.given().get() + ": it tells how pictures are read, and --inputs names a data set");
        }
        if (count != null) {
            Ranges.check(spec, "--count", count, 1, ImageInputs.MOST);
        }
    }

    private boolean isSet(String input) {
        return input.equals(ImageSource.BuiltIn.NAME)
                || Files.isDirectory(path(input))
                || DataHome.isFolder(input)
                || KnownImages.all().stream().anyMatch(known -> known.name().equals(input));
    }

    private boolean isPictureFolder(String input) {
        return KnownImages.all().stream().noneMatch(known -> known.name().equals(input))
                && PictureFolder.isOne(path(input));
    }

    private Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong("--inputs: expected a data set or the path of a picture, but got \"" + text + "\"");
        }
    }

    private ImageInputs images(ImageModel loaded) {
        Fit trained = loaded.trainingImages().fit();
        String first = inputs.get(0);
        if (!isSet(first)) {
            return ImageInputs.ofPictures(inputs.stream().map(this::path).toList(), pictures, trained);
        }
        int wanted = count == null ? COUNT : count;
        Emnist way = emnist.or(new Emnist.Recognised(), first);
        ImageData set = first.equals(ImageSource.BuiltIn.NAME)
                ? ImageInputs.builtInDigits(wanted)
                : new NamedImages(data.home(), pictures.fit(trained), way, false).load(first);
        ImageInputs images = ImageInputs.ofSet(set, new ClassNames(loaded.classes()), wanted);
        set.notes().forEach(console.err()::println);
        return images;
    }

    private void writeGraph(ImageModel loaded, OutputFile file) {
        if (!(loaded instanceof TrainedModel own)) {
            throw new CommandFailure("--dl4j: expected a model that this program trained, but " + model
                    + " is a network of DL4J already; copy its file");
        }
        double lambda = own.provenance().training().lambda();
        if (own.doubts() && !(lambda > 0)) {
            throw new CommandFailure("--dl4j: " + model + " was trained with lambda " + lambda
                    + ", but DL4J's loss of the " + "reconstruction wants a weight above 0; --npz writes it as it is");
        }
        Dl4jWait.load(console);
        try (StockImageNetwork stock = new StockImageNetwork(
                own.settings(), own.provenance().training().learningRate(), lambda)) {
            stock.setParameters(own.parameters());
            file.write(stock::exportTo);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
