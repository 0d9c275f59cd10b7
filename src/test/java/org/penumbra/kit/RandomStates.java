package org.penumbra.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.ShortName;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.ImageChange.Half;
import org.penumbra.data.ink.Stroke;
import org.penumbra.data.plane.Blobs;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.data.plane.Spirals;
import org.penumbra.detector.Detector;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import org.penumbra.state.DrawState;
import org.penumbra.state.DrawnPicture;
import org.penumbra.state.ExperimentState;
import org.penumbra.state.FoolingState;
import org.penumbra.state.LabState;
import org.penumbra.state.ModelRef;
import org.penumbra.state.RingsState;
import org.penumbra.state.TrainState;

/** Settings of labs drawn at random, each as a person may have chosen them. */
public final class RandomStates {

    private static final List<String> MODELS = List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym");
    private static final List<String> OWN =
            List.of("my digits, second try", "S\u00e9rie n\u00b0 1", "100 % noise & more");

    private final SplittableRandom random;
    /** Whether all that is named ships with the program and is small. */
    private final boolean here;

    public RandomStates(SplittableRandom random) {
        this(random, false);
    }

    private RandomStates(SplittableRandom random, boolean here) {
        this.random = random;
        this.here = here;
    }

    /** Such as can be set up anywhere, at once. */
    public static RandomStates thatAreHere(SplittableRandom random) {
        return new RandomStates(random, true);
    }

    /** A state of any lab. */
    public LabState any() {
        return switch (random.nextInt(5)) {
            case 0 -> rings().state();
            case 1 -> draw().state();
            case 2 -> train().state();
            case 3 -> fooling().state();
            default -> experiment().state();
        };
    }

    public RingsState rings() {
        boolean own = random.nextBoolean();
        Preset shipped = Presets.find(own ? "rings" : one(Presets.names()));
        PlaneData data = data();
        int points =
                data instanceof PaintedPoints painted ? painted.points().size() : 1 + random.nextInt(here ? 200 : 5000);
        PlaneSetup setup = new PlaneSetup(
                data,
                points,
                new DenseSettings(
                        IntStream.range(0, 1 + random.nextInt(4))
                                .map(layer -> 1 + random.nextInt(here ? 16 : 256))
                                .boxed()
                                .toList(),
                        one(List.of(Activation.values()))),
                new PlaneTrainingSettings(
                        Math.exp(-10 * random.nextDouble()), real(1), real(20), 1 + random.nextInt(512)),
                random.nextLong());
        String title = own ? one(OWN) : shipped.title();
        Preset preset = new Preset(
                own ? ShortName.nearest(title, "state") : shipped.name(),
                title,
                own ? "" : shipped.description(),
                setup,
                1 + random.nextInt(10_000),
                new ConfidenceSettings(real(100), real(10), 1 - random.nextDouble()),
                new PlaneRegion(-random.nextInt(9) - 0.25, random.nextInt(9) + 0.5, -2.5, random.nextInt(1, 4)),
                random.nextBoolean() ? PlaneStop.NEVER : new PlaneStop(random.nextInt(500), 10 + random.nextInt(500)));
        Optional<Detector> left = maybe(Detectors.named(one(List.of("deep-knn", "w-svm", "openmax", "max-softmax"))));
        Optional<Detector> right = maybe(Detectors.named("knn:k=" + (1 + random.nextInt(9))));
        return new RingsState(
                own ? Optional.empty() : Optional.of(shipped.name()),
                preset,
                new RingsState.Look(
                        one(RingsState.SPREADS),
                        one(RingsState.SPREADS),
                        random.nextBoolean(),
                        maybe(one(RingsState.PICTURES))
                                .filter(picture -> !picture.equals("left") || left.isPresent())
                                .filter(picture -> !picture.equals("right") || right.isPresent())),
                left,
                right);
    }

    private PlaneData data() {
        return switch (random.nextInt(5)) {
            case 0 -> new Rings(0.1 + real(2), 0.1 + real(1), places());
            case 1 -> new Moons(1 + real(1), 0.1 + real(0.5));
            case 2 -> new Spirals(1 + random.nextInt(5), 0.1 + real(4), 0.01 + real(0.9));
            case 3 -> new Blobs(places(), 0.01 + real(1));
            default ->
                new PaintedPoints(IntStream.range(0, 1 + random.nextInt(40))
                        .mapToObj(
                                i -> new PaintedPoint((float) (real(4) - 2), (float) (real(4) - 2), random.nextInt(3)))
                        .toList());
        };
    }

    private List<Position> places() {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> new Position(real(4) - 2, real(4) - 2))
                .toList();
    }

    public DrawState draw() {
        List<ModelRef> models = new ArrayList<>();
        MODELS.stream()
                .filter(name -> random.nextBoolean())
                .map(ModelRef::shipped)
                .forEach(models::add);
        models.add(
                here
                        ? ModelRef.shipped("mnist-dae-sym-clutter")
                        : ModelRef.own(one(OWN), "0123456789abcdef".repeat(4)));
        return new DrawState(
                models,
                here ? 1 + random.nextInt(models.size()) : random.nextInt(models.size() + 1),
                judging(),
                new DrawState.Sliders(maybe(real(1000)), 1 + real(5), real(5), 1 - random.nextDouble()),
                picture(),
                new DrawState.Changes(
                        2 + real(20),
                        maybe(one(List.of(Fit.values()))),
                        maybe(new DrawState.Blend(real(1), new DrawnPicture.TestImage("digits", random.nextInt(1000)))),
                        maybe(one(List.of(Half.values()))),
                        real(360) - 180,
                        random.nextBoolean(),
                        maybe(new DrawnPicture.Noise(real(1), random.nextLong()))));
    }

    private DrawState.Judging judging() {
        boolean detectors = random.nextBoolean();
        return new DrawState.Judging(
                detectors,
                maybe(List.of("confidence", "max-softmax", "cool", "jury")),
                // Which detectors a model has is found by the lab, so none is asked for there.
                here || !detectors ? Optional.empty() : maybe("openmax"));
    }

    public DrawnPicture picture() {
        return switch (random.nextInt(5)) {
            case 0 -> DrawnPicture.BLANK;
            case 1 -> new DrawnPicture.Letter("RLxrGfmWMw".charAt(random.nextInt(10)));
            case 2 -> new DrawnPicture.Noise(real(1), random.nextLong());
            case 3 ->
                new DrawnPicture.TestImage(here ? "digits" : one(List.of("digits", "mnist")), random.nextInt(1000));
            // Only what was read once is exactly on the places that a text can name.
            default -> DrawnPicture.read(new DrawnPicture.Drawing(strokes()).text());
        };
    }

    /** Scribbles as a pen gives them. */
    public List<Stroke> strokes() {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> {
                    List<Position> points = new ArrayList<>();
                    double x = real(100);
                    double y = real(100);
                    double turn = real(6);
                    for (int step = random.nextInt(200); step >= 0; step--) {
                        points.add(new Position(x, y));
                        turn += random.nextGaussian() / 5;
                        x += Math.cos(turn);
                        y += Math.sin(turn);
                    }
                    return new Stroke(points, random.nextInt(4) == 0);
                })
                .toList();
    }

    public TrainState train() {
        boolean own = random.nextBoolean();
        ImagePreset usual = ImagePresets.load(own ? "built-in-dae-sym" : one(ImagePresets.names()));
        ImageArchitecture network = one(List.of(ImageArchitecture.values()));
        String title = own ? one(OWN) : usual.title();
        int heldOut = random.nextInt(500);
        ImagePreset preset = new ImagePreset(
                own ? ShortName.nearest(title, "state") : usual.name(),
                title,
                own ? "" : usual.description(),
                random.nextBoolean()
                        ? new ImageSource.Stored(here ? "fashion-mnist" : "mnist")
                        : new ImageSource.BuiltIn(
                                new BuiltInDigits(1 + random.nextInt(here ? 900 : 5000) + 500, 10, random.nextLong())),
                network,
                network == ImageArchitecture.COOL ? 1 + random.nextInt(9) : 1,
                new ImageTrainingSettings(
                        random.nextLong(),
                        1e-5 + real(0.1),
                        one(List.of(LearningRateSchedule.values())),
                        real(0.5),
                        real(1),
                        real(10),
                        real(0.9),
                        1 + random.nextInt(512),
                        1 + random.nextInt(90),
                        heldOut));
        return new TrainState(
                own ? Optional.empty() : Optional.of(usual.name()),
                preset,
                heldOut == 0 ? 0 : random.nextInt(10),
                engine());
    }

    /** DL4J is not loaded for a test of the window. */
    private StepEngine engine() {
        return here ? StepEngine.PENUMBRA : one(List.of(StepEngine.values()));
    }

    public FoolingState fooling() {
        return new FoolingState(
                here
                        ? shippedVictims()
                        : List.of(
                                new FoolingState.Victim(ModelRef.shipped(one(MODELS)), maybe("openmax")),
                                new FoolingState.Victim(
                                        ModelRef.own(one(OWN), "fedcba9876543210".repeat(4)), maybe("deep-knn"))),
                one(FoolingState.PROTOCOLS),
                one(List.of(GeneratorStart.values())),
                maybe(random.nextInt(10)),
                new FoolingState.Values(1 - random.nextDouble(), 1 + real(9), real(9)),
                new FoolingState.Effort(1 + random.nextInt(10_000), 1 + random.nextInt(10), random.nextLong()));
    }

    private List<FoolingState.Victim> shippedVictims() {
        return List.of(
                new FoolingState.Victim(ModelRef.shipped("mnist-cnn"), maybe("temperature")),
                new FoolingState.Victim(ModelRef.shipped("mnist-dae-sym"), maybe("energy")));
    }

    public ExperimentState experiment() {
        return new ExperimentState(
                here ? "table1" : one(List.of("table1", "rings", "openset")),
                new ExperimentSettings(
                        random.nextBoolean(),
                        random.nextLong(),
                        random.nextInt(101),
                        1 + random.nextInt(64),
                        here || random.nextBoolean() ? List.of() : List.of("fashion-mnist")));
    }

    private double real(double most) {
        return most * random.nextDouble();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
