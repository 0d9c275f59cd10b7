package org.penumbra.view.draw.board;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.penumbra.data.Problem;
import org.penumbra.detector.Description;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.live.draw.DetectorFit;
import org.penumbra.live.draw.LearntImages;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.FailureReports;

/** The detectors of every network that was looked at: those that ship are read, others fitted or opened in the background. */
final class DetectorStocks {

    private final Background background;
    private final DataDesk data;
    private final FittedSource source;
    private final Runnable changed;
    private final Map<ImageModel, DetectorStock> stocks = new IdentityHashMap<>();

    /**
     * @param background reads files and fits
     * @param data       where the images are that detectors are fitted on
     * @param changed    told when a detector has come or gone
     */
    DetectorStocks(Background background, DataDesk data, FittedSource source, Runnable changed) {
        this.background = background;
        this.data = data;
        this.source = source;
        this.changed = changed;
    }

    /** What is known of the detectors of a network; those that ship are read when it is first asked about. */
    DetectorStock of(ImageModel network, ModelEntry entry) {
        DetectorStock known = stocks.get(network);
        if (known != null) {
            return known;
        }
        DetectorStock stock = new DetectorStock();
        stocks.put(network, stock);
        if (entry.model() == null) {
            background.run(
                    () -> source.shipped(entry.name(), network),
                    shipped -> {
                        shipped.forEach(stock::putShipped);
                        changed.run();
                    },
                    FailureReports::report);
        }
        return stock;
    }

    /** How a detector that the network does not bring along stands. */
    DetectorState state(ImageModel network, DetectorStock stock, String id) {
        return stock.state(id)
                .orElseGet(() -> LearntImages.areHere(network, data.home())
                        ? new DetectorState.ToFit()
                        : new DetectorState.Missing(
                                LearntImages.wanted(network)
                                        .map(known -> known.title() + " is not here, and it is fitted on those images")
                                        .orElse(
                                                network.trainingImages().areKnown()
                                                        ? "The images that the network was trained on are not here"
                                                        : "Nobody has said which images this network learnt from; open its file "
                                                                + "again and choose them there"),
                                LearntImages.wanted(network)));
    }

    /** Fits a detector in the background. */
    void fit(ImageModel network, ModelEntry entry, String id) {
        DetectorStock stock = of(network, entry);
        DetectorFit fit = new DetectorFit(network, ImageDetectors.usual(id, network.shape()), data.home());
        put(stock, id, new DetectorState.Fitting(fit));
        background.run(
                fit, fitted -> put(stock, id, new DetectorState.Ready(fitted)), problem -> failed(stock, id, problem));
    }

    private void failed(DetectorStock stock, String id, Throwable problem) {
        if (problem instanceof Problem && !(problem instanceof FitStopped)) {
            put(stock, id, new DetectorState.Failed(Problem.forWindow(problem), true));
            return;
        }
        stock.forget(id);
        changed.run();
        if (!(problem instanceof FitStopped)) {
            FailureReports.report(problem);
        }
    }

    private void put(DetectorStock stock, String id, DetectorState state) {
        stock.put(id, state);
        changed.run();
    }

    /**
     * Opens the file of a detector.
     *
     * @param opened  told of the detector
     * @param refused told why there is none; then nothing has changed
     */
    void open(
            Path file,
            ImageModel network,
            ModelEntry entry,
            Consumer<Description> opened,
            Consumer<Throwable> refused) {
        DetectorStock stock = of(network, entry);
        background.read(
                file,
                () -> source.read(file, network, entry.name()),
                fitted -> {
                    put(stock, fitted.about().id(), new DetectorState.Ready(fitted));
                    opened.accept(fitted.about());
                },
                refused);
    }

    /** Ends the fits. */
    void close() {
        stocks.values().forEach(DetectorStock::cancel);
    }
}
