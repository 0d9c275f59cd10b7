package org.penumbra.view.draw.board;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.data.Problem;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.Fit;
import org.penumbra.live.draw.AnswerFrame;
import org.penumbra.live.draw.LearntImages;
import org.penumbra.live.draw.NearestImage;
import org.penumbra.live.engine.Background;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.message.FailureReports;

/**
 * The images that the selected network was trained on, where they are on this machine: they are read in the background when the
 * first drawing is there, and then the engine looks for the one nearest to it.
 */
public final class KnownPictures {

    private final DrawModel model;
    private final Background background;
    private final DataDesk data;
    private final ReadOnlyObjectWrapper<LearntImages> images = new ReadOnlyObjectWrapper<>(this, "images");
    private final ReadOnlyObjectWrapper<NearestImage> nearest = new ReadOnlyObjectWrapper<>(this, "nearest");
    private Origin asked;
    private ImageModel told;
    private LearntImages toldOf;

    /** What tells one such set of images from another. */
    private record Origin(String data, Map<String, String> checksums, Fit fit, int heldOut, Object classes) {

        static Origin of(ImageModel model) {
            return new Origin(
                    model.trainingImages().data(),
                    model.trainingImages().checksums(),
                    model.trainingImages().fit(),
                    model.trainingImages().heldOut(),
                    model.classes());
        }
    }

    public KnownPictures(DrawModel model, Background background, DataDesk data) {
        this.model = model;
        this.background = background;
        this.data = data;
        model.frameProperty().addListener((observed, before, now) -> take(now));
        model.selectedProperty().addListener((observed, before, now) -> follow());
        KnownImages.all()
                .forEach(known -> data.here(known).addListener((observed, before, now) -> {
                    if (images.get() == null) {
                        asked = null;
                        follow();
                    }
                }));
    }

    /** The images; null while they are not here or not read. */
    public ReadOnlyObjectProperty<LearntImages> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** The one nearest to the present drawing by its pixels; null while that is not known. */
    public ReadOnlyObjectProperty<NearestImage> nearestProperty() {
        return nearest.getReadOnlyProperty();
    }

    /** A training image by its place among those that were learnt; empty where they are not here, or there is none. */
    public Optional<float[]> picture(int index) {
        return Optional.ofNullable(images.get())
                .map(LearntImages::learnt)
                .filter(learnt -> index >= 0 && index < learnt.count())
                .map(learnt -> learnt.image(index));
    }

    private void take(AnswerFrame frame) {
        follow();
        // While a new one is looked for, the last one stays, so that nothing flickers under the pen.
        nearest.set(
                frame == null || images.get() == null ? null : frame.nearest().orElse(nearest.get()));
    }

    private void follow() {
        Optional<ImageModel> seeing = model.selectedModel();
        if (model.frameProperty().get() == null || seeing.isEmpty()) {
            return;
        }
        Origin origin = Origin.of(seeing.get());
        if (!origin.equals(asked)) {
            asked = origin;
            images.set(null);
            nearest.set(null);
            tell(seeing.get());
            background.run(
                    () -> LearntImages.of(seeing.get(), data.home()),
                    found -> found(origin, found),
                    problem -> refused(origin, problem));
        }
        tell(seeing.get());
    }

    private void found(Origin origin, Optional<LearntImages> found) {
        if (origin.equals(asked)) {
            images.set(found.orElse(null));
            model.selectedModel().ifPresent(this::tell);
        }
    }

    /** Images that are not the same any more are as good as none; the cards' tests say what is wrong with them. */
    private void refused(Origin origin, Throwable problem) {
        if (!(problem instanceof Problem)) {
            FailureReports.report(problem);
        }
    }

    /** Tells the engine only what is new to it, as it answers anew then. */
    private void tell(ImageModel seeing) {
        if (!Objects.equals(images.get(), toldOf) || seeing != told && images.get() != null) {
            told = seeing;
            toldOf = images.get();
            Optional<ImageSet> among = Optional.ofNullable(toldOf).map(LearntImages::learnt);
            model.nearestAmong(among);
        }
    }
}
