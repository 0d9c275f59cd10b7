package org.penumbra.view.fooling.trial;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.paint.ColourMap;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.symbol.SymbolButton;

/** The fooling image, large, and beside it what the autoencoder makes of it and how far the two are apart. */
public final class PicturesPane extends Region {

    private static final double GAP = 8;
    /** A small image is so large at least. */
    private static final double LEAST = 44;
    /** Letters the sentence needs, in their size. */
    private static final double ROOM_FOR_WORDS = 7;

    private static final String NO_DECODER = "No decoder:\nit cannot tell how close the data are";

    private final DigitView image = new DigitView(6);
    private final DigitView reconstruction = new DigitView(3);
    private final DigitView residual = new DigitView(3);
    private final StringProperty error = new SimpleStringProperty("");
    private final HBox ofReconstruction = new HBox(new SymbolButton(FoolingSymbols.RECONSTRUCTION, null));
    private final HBox ofResidual = new HBox();
    private final Label none = new Label(NO_DECODER);
    private final boolean reconstructs;

    /** @param reconstructs whether the victim has a decoder */
    public PicturesPane(boolean reconstructs) {
        this.reconstructs = reconstructs;
        getStyleClass().add("pictures-of-trial");
        image.readOut("x");
        image.setAccessibleText("The image that the attack shows the model");
        reconstruction.readOut("r(x)");
        reconstruction.setAccessibleText("The reconstruction r(x) of the image");
        residual.readOut("|r\u2212x|");
        residual.setAccessibleText("The distance of each pixel of r(x) from the image");
        Label number = new Label();
        number.textProperty().bind(error);
        number.getStyleClass().add("error");
        ofResidual.getChildren().addAll(new SymbolButton(FoolingSymbols.ERROR, error), number);
        ofReconstruction.setAlignment(Pos.CENTER_LEFT);
        ofResidual.setAlignment(Pos.CENTER_LEFT);
        ofResidual.getStyleClass().add("caption");
        none.getStyleClass().add("none");
        none.setWrapText(true);
        // Without a decoder the captions only keep the room, so that images side by side are equally large.
        for (Node node : List.of(ofReconstruction, reconstruction, ofResidual, residual)) {
            node.setVisible(reconstructs);
        }
        none.setVisible(!reconstructs);
        getChildren().addAll(image, ofReconstruction, reconstruction, ofResidual, residual, none);
    }

    public void show(TrialFrame trial) {
        image.show(trial.image());
        if (reconstructs) {
            float[] r = trial.reconstruction();
            float[] apart = new float[r.length];
            for (int i = 0; i < apart.length; i++) {
                apart[i] = Math.abs(r[i] - trial.image()[i]);
            }
            reconstruction.show(r);
            residual.show(apart, ColourMap.RESIDUAL, 1);
            error.set(String.format(Locale.ROOT, "%.2f", trial.error()));
        }
    }

    public void clear() {
        image.clear();
        reconstruction.clear();
        residual.clear();
        error.set("");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? 168 : Math.floor(Math.max(side(width), least()));
    }

    @Override
    protected double computeMinHeight(double width) {
        return 104;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 208;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 168;
    }

    /** Side of the large image for a width: the small ones and their captions, two above each other, are as high. */
    private double side(double width) {
        return Math.min((width - GAP + caption() + GAP / 2) / 1.5, width - GAP - Math.ceil(ofResidual.prefWidth(-1)));
    }

    private double small() {
        return Math.max(
                LEAST, Math.floor((Math.min(getHeight(), Math.max(side(getWidth()), least())) - GAP) / 2 - caption()));
    }

    /** Height of two small images and their captions at least. */
    private double least() {
        return 2 * (LEAST + caption()) + GAP;
    }

    private double caption() {
        return Math.ceil(Math.max(ofReconstruction.prefHeight(-1), ofResidual.prefHeight(-1)));
    }

    @Override
    protected void layoutChildren() {
        double side = Math.floor(Math.min(getHeight(), side(getWidth())));
        double small = small();
        double right = side + GAP;
        image.resizeRelocate(0, 0, side, side);
        none.setText(getWidth() - right < ROOM_FOR_WORDS * none.getFont().getSize() ? "No\ndecoder" : NO_DECODER);
        none.resizeRelocate(right, 0, Math.max(0, getWidth() - right), side);
        double half = Math.floor((side - GAP) / 2);
        if (right + half + GAP + Math.max(ofReconstruction.prefWidth(-1), ofResidual.prefWidth(-1)) <= getWidth()) {
            placeBeside(right, half, side);
        } else {
            placeBelow(right, small, side);
        }
    }

    /** Where it is wide, captions stand beside the small images, which are larger so. */
    private void placeBeside(double left, double small, double side) {
        double captions = left + small + GAP;
        double room = getWidth() - captions;
        reconstruction.resizeRelocate(left, 0, small, small);
        ofReconstruction.resizeRelocate(captions, 0, room, caption());
        residual.resizeRelocate(left, side - small, small, small);
        ofResidual.resizeRelocate(captions, side - small, room, caption());
    }

    private void placeBelow(double left, double small, double side) {
        double caption = caption();
        double room = Math.max(0, getWidth() - left);
        ofReconstruction.resizeRelocate(left, 0, room, caption);
        reconstruction.resizeRelocate(left, caption, small, small);
        double second = Math.max(side - small - caption, caption + small + GAP);
        ofResidual.resizeRelocate(left, second, room, caption);
        residual.resizeRelocate(left, second + caption, small, small);
    }
}
