package org.penumbra.experiment.strangers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Fitted;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.measure.FittedInCell;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.fitting.DetectorAnswers;
import org.penumbra.fitting.OtherImages;
import org.penumbra.fitting.UnknownFigures;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/** The work of one cell of {@link OutOfDistribution}. */
record StrangersWork(OutOfDistribution experiment, OutOfDistribution.Place place) {

    ObjectNode run(Workshop workshop, CellWatcher watcher) {
        watcher.at(0);
        ImageModel model = workshop.model(place.model());
        ImageData data = workshop.data(place.known());
        long seed = experiment.settings().seed();
        ImageSet test = data.test();
        ImageSet known = test.count() <= experiment.most() ? test : new ImageSample(test, seed).of(experiment.most());
        ImageSet unknown = new OtherImages(workshop.home(), model)
                .load(place.set(), OtherImages.Part.TEST, experiment.most(), seed);
        Map<String, Fitted> detectors = ShippedWithModel.of(place.model(), model);
        List<Fitted> fitted = new ArrayList<>(detectors.values());
        List<String> ids = new ArrayList<>(detectors.keySet());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("known_images", known.count());
        result.put("unknown_images", unknown.count());
        ObjectNode measured = result.putObject("measured");
        double share = (double) known.count() / (known.count() + unknown.count());
        try (ImageClassifier network = model.network()) {
            List<DetectorAnswers> ofKnown = FittedInCell.ask(network, fitted, known, watcher.part(0, share));
            List<DetectorAnswers> ofUnknown = FittedInCell.ask(network, fitted, unknown, watcher.part(share, 1));
            for (int i = 0; i < ids.size(); i++) {
                put(
                        measured.putObject(ids.get(i)),
                        UnknownFigures.of(
                                model.shape().classes(),
                                known.labels(),
                                ofKnown.get(i),
                                ofUnknown.get(i),
                                fitted.get(i).about().usualTau()));
            }
        }
        return result;
    }

    private static void put(ObjectNode into, UnknownFigures figures) {
        PlainFigures.put(into, "auroc", figures.auroc());
        PlainFigures.put(into, "fpr95", figures.fpr95());
        PlainFigures.put(into, "aupr_known", figures.auprKnown());
        PlainFigures.put(into, "aupr_unknown", figures.auprUnknown());
        PlainFigures.put(into, "oscr", figures.oscr());
        PlainFigures.put(into, "macro_f1", figures.macroF1());
        PlainFigures.put(into, "known_accepted_and_right", figures.knownAcceptedAndRight());
        PlainFigures.put(into, "unknown_accepted", figures.unknownAccepted());
    }
}
