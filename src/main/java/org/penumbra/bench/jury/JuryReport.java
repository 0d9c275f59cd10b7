package org.penumbra.bench.jury;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.archive.Models;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageData;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.jury.Jury;
import org.penumbra.preset.ImageSource;

/** The search for the best jury as a page of Markdown. */
public final class JuryReport {

    /** Detectors from which juries are made; those that learn from unknown images take no part. */
    static final List<String> CANDIDATES = List.of(
            "reconstruction",
            "reconstruction:sides=both",
            "max-softmax",
            "energy",
            "mahalanobis",
            "knn:features=code",
            "deep-knn",
            "one-class-svm:features=code",
            "w-svm:features=code,images=4000",
            "confidence");

    private static final long SEED = 1;
    /** Juries that are shown. */
    private static final int SHOWN = 12;

    private final JurySearch search;
    private final StringBuilder page = new StringBuilder();

    private JuryReport(JurySearch search) {
        this.search = search;
    }

    /**
     * Makes it.
     *
     * @param home      where MNIST and Fashion-MNIST are
     * @param images    in each set of unknown ones
     * @param fitImages training images that detectors are fitted on at most
     * @param progress  is told what is under way
     */
    public static String make(DataHome home, int images, int fitImages, PrintStream progress) {
        ImageData mnist = new ImageSource.Stored("mnist").load(home);
        ImageData fashion = new ImageSource.Stored("fashion-mnist").load(home);
        UnknownImages sets = new UnknownImages(images, SEED);
        List<ModelTrial> trials = new ArrayList<>();
        for (String name : List.of("mnist-dae-sym", "mnist-dae-sym-clutter", "fashion-mnist-dae-sym")) {
            boolean digits = name.startsWith("mnist");
            trials.add(ModelTrial.of(
                    new ModelTrial.Setup(
                            Models.load(name),
                            name,
                            digits ? mnist : fashion,
                            digits ? fashion : mnist,
                            fitImages,
                            sets),
                    CANDIDATES,
                    progress));
        }
        return new JuryReport(new JurySearch(CANDIDATES, trials)).markdown();
    }

    /** The page of trials that were made. */
    static String markdown(JurySearch search) {
        return new JuryReport(search).markdown();
    }

    private String markdown() {
        aurocs();
        page.append(
                "\n## Juries: those above every single detector by 0.03 in both groups to choose by first, of these the best first\n\n");
        head(
                "jurors",
                "combined by",
                "worst to choose by",
                "the same without digits",
                "worst to report",
                "the same without digits");
        List<JurySearch.Tried> juries = search.juries();
        juries.stream().limit(SHOWN).forEach(this::row);
        page.append("\nThe shipped one:\n\n");
        head(
                "jurors",
                "combined by",
                "worst to choose by",
                "the same without digits",
                "worst to report",
                "the same without digits");
        row(shipped());
        page.append("\nEach alone:\n\n");
        head(
                "detector",
                "",
                "worst to choose by",
                "the same without digits",
                "worst to report",
                "the same without digits");
        search.alone().forEach(this::row);
        times();
        return page.toString();
    }

    private JurySearch.Tried shipped() {
        Jury jury = (Jury) Jury.KIND.usual();
        List<String> names = search.candidates().stream()
                .map(candidate -> Detectors.named(candidate).about().name())
                .toList();
        List<Integer> jurors = jury.members().jurors().stream()
                .map(juror -> names.indexOf(juror.about().name()))
                .toList();
        return search.tried(jurors, jury.combine());
    }

    private void aurocs() {
        JurySearch.Tried shipped = shipped();
        for (ModelTrial trial : search.trials()) {
            page.append("## AUROC on ").append(trial.model()).append("\n\n");
            head(Stream.concat(
                            Stream.of("set", "serves to"),
                            Stream.concat(search.candidates().stream(), Stream.of("jury")))
                    .toArray(String[]::new));
            for (ModelTrial.Asked set : trial.unknowns()) {
                List<String> cells = new ArrayList<>(List.of(
                        set.name() + (set.near() ? " (near)" : ""), set.role().id()));
                for (int one = 0; one < search.candidates().size(); one++) {
                    int juror = one;
                    cells.add(number(JurySearch.auroc(trial, set, (any, rankings) -> rankings.get(juror))));
                }
                cells.add(number(JurySearch.auroc(trial, set, JurySearch.scorer(shipped.jurors(), shipped.combine()))));
                cells(cells);
            }
            page.append("\n");
        }
    }

    private void times() {
        page.append("\n## Times on this machine\n\n");
        head("model", "detector", "fitting, s", "one image, ms");
        for (ModelTrial trial : search.trials()) {
            for (int one = 0; one < search.candidates().size(); one++) {
                cells(List.of(
                        trial.model(),
                        search.candidates().get(one),
                        String.format(Locale.ROOT, "%.2f", trial.fits().get(one)),
                        String.format(Locale.ROOT, "%.2f", trial.drawings().get(one))));
            }
        }
    }

    private void row(JurySearch.Tried tried) {
        cells(List.of(
                tried.jurors().stream().map(search.candidates()::get).collect(Collectors.joining(", ")),
                tried.jurors().size() == 1 ? "" : tried.combine().id(),
                worst(tried.chosen().all()),
                worst(tried.chosen().far()),
                worst(tried.report().all()),
                worst(tried.report().far())));
    }

    private static String worst(JurySearch.Worst worst) {
        return number(worst.auroc()) + " (" + worst.model() + ", " + worst.set() + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private void head(String... titles) {
        cells(List.of(titles));
        cells(Stream.of(titles).map(title -> "---").toList());
    }

    private void cells(List<String> cells) {
        page.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }
}
