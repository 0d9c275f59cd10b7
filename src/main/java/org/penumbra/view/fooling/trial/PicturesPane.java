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
    /** Between a symbol and its number. */
    private static final double BESIDE_SYMBOL = 4;
    /** What the small images get of the height at least where they stand below the large one. */
    private static final double SMALL_SHARE = 0.28;
    /** How wide the small images are beside the large one, as a share of it. */
    private static final double COLUMN_SHARE = 0.35;
    /** A small image is so large at least. */
    private static final double LEAST = 44;
    /** Letters the sentence needs, in their size. */
    private static final double ROOM_FOR_WORDS = 7;
    /** Size of its letters, as a share of the usual ones; as in the style sheet. */
    private static final double SMALLER = 0.92;

    private static final String NO_DECODER = "No decoder:\nit cannot tell how close the data are";

    private final DigitView image = new DigitView(6);
    private final DigitView reconstruction = new DigitView(3);
    private final DigitView residual = new DigitView(3);
    private final StringProperty error = new SimpleStringProperty("");
    private final HBox ofReconstruction = new HBox(new SymbolButton(FoolingSymbols.RECONSTRUCTION, null));
    private final HBox ofResidual = new HBox(new SymbolButton(FoolingSymbols.ERROR, error));
    private final Label number = new Label();
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
        number.textProperty().bind(error);
        number.getStyleClass().add("error");
        ofReconstruction.setAlignment(Pos.CENTER_LEFT);
        ofResidual.setAlignment(Pos.CENTER_LEFT);
        none.getStyleClass().add("none");
        none.setWrapText(true);
        // Without a decoder the captions only keep the room, so that images side by side are equally large.
        for (Node node : List.of(ofReconstruction, reconstruction, ofResidual, number, residual)) {
            node.setVisible(reconstructs);
        }
        none.setVisible(!reconstructs);
        getChildren().addAll(image, ofReconstruction, reconstruction, ofResidual, number, residual, none);
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

    /** The image of an attack cannot be judged where it is smaller, in letters. */
    private static final double LEAST_IN_LETTERS = 8;

    /** Where the small images and their captions stand. */
    private enum Place {
        /** At the right of the large one, each with its caption at its right, the number of the error below its symbol. */
        BESIDE,
        /** At the right of the large one, each below its caption of one line. */
        COLUMN,
        /** The same, the number of the error below its symbol. */
        SLIM_COLUMN,
        /** Below the large one, side by side, each below its caption. */
        BELOW
    }

    /** An arrangement: how large the images are, pixels. */
    private record Arrangement(Place place, double side, double small) {}

    /** Side of the large image for this room, as large as it can be. */
    public double side(double width, double height) {
        return best(width, height).side();
    }

    /** How much of the height the images and their captions make use of. */
    public double used(double width, double height) {
        Arrangement best = best(width, height);
        return best.place() == Place.BELOW ? best.side() + GAP + caption() + best.small() : best.side();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? LEAST_IN_LETTERS * 2 * letter() : Math.max(computeMinHeight(width), beside(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.ceil(LEAST_IN_LETTERS * letter());
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(1.5 * LEAST_IN_LETTERS * letter() + 2 * GAP + symbolWidth());
    }

    private double letter() {
        return none.getFont().getSize() / SMALLER;
    }

    private double caption() {
        double symbols = Math.max(ofReconstruction.prefHeight(-1), ofResidual.prefHeight(-1));
        return Math.ceil(Math.max(symbols, number.prefHeight(-1)));
    }

    /** Width of a caption whose number stands below its symbol. */
    private double symbolWidth() {
        double symbols = Math.max(ofReconstruction.prefWidth(-1), ofResidual.prefWidth(-1));
        return Math.ceil(Math.max(symbols, number.prefWidth(-1)));
    }

    /** Width of a caption in one line. */
    private double captionWidth() {
        return Math.ceil(ofResidual.prefWidth(-1) + BESIDE_SYMBOL + number.prefWidth(-1));
    }

    /** The largest large image; of equally large ones, the one with the largest small ones. */
    private Arrangement best(double width, double height) {
        double half = Math.max(0, Math.min(width, height));
        Arrangement best = new Arrangement(Place.BESIDE, 0, 0);
        double beside = Math.floor(Math.min(half, beside(width)));
        best = better(best, new Arrangement(Place.BESIDE, beside, Math.floor((beside - GAP) / 2)));
        best = better(best, column(Place.COLUMN, captionWidth(), 2 * caption(), width, half));
        best = better(best, column(Place.SLIM_COLUMN, symbolWidth(), 3 * caption(), width, half));
        // Below there is a place for two, whose images take what the large one leaves of the height.
        double least = Math.min((width - GAP) / 2, Math.max(LEAST, SMALL_SHARE * height));
        double below = Math.floor(Math.min(width, height - GAP - caption() - least));
        double left = Math.floor(Math.min(right(width) - GAP, height - GAP - caption() - below));
        if (below > 0) {
            best = better(best, new Arrangement(Place.BELOW, below, left));
        }
        return best;
    }

    /**
     * Small images below their captions, at the right; none where they would become too small.
     *
     * @param least    width of the captions
     * @param captions height of all of them
     * @param most     side of the large image at most
     */
    private static Arrangement column(Place place, double least, double captions, double width, double most) {
        double room = width - GAP;
        double side = Math.floor(Math.min(most, Math.min(room - least, room / (1 + COLUMN_SHARE))));
        double small = Math.floor(Math.min(room - side, (side - GAP - captions) / 2));
        return small < LEAST ? new Arrangement(place, 0, 0) : new Arrangement(place, side, small);
    }

    /** Where the second of two small images side by side begins: in the middle, unless its caption needs more. */
    private double right(double width) {
        return Math.floor(Math.min((width + GAP) / 2, width - captionWidth()));
    }

    private static Arrangement better(Arrangement one, Arrangement other) {
        boolean larger = other.side() > one.side() || other.side() == one.side() && other.small() > one.small();
        return larger ? other : one;
    }

    /** Side of the large image beside which small ones half as large have their captions at the right. */
    private double beside(double width) {
        return Math.max(0, (width - 2 * GAP - symbolWidth() + GAP / 2) / 1.5);
    }

    @Override
    protected void layoutChildren() {
        Arrangement best = best(getWidth(), getHeight());
        double side = best.side();
        image.resizeRelocate(0, 0, side, side);
        switch (best.place()) {
            case BESIDE -> placeBeside(side + GAP, best.small(), side);
            case COLUMN, SLIM_COLUMN -> placeColumn(side + GAP, best.small(), side, best.place() == Place.SLIM_COLUMN);
            case BELOW -> placeBelow(side + GAP, best.small());
        }
        boolean below = best.place() == Place.BELOW;
        double room = Math.max(0, below ? getWidth() : getWidth() - side - GAP);
        boolean brief = !below && room < ROOM_FOR_WORDS * letter();
        none.setText(brief ? "No\ndecoder" : NO_DECODER);
        double high = below ? Math.min(getHeight() - side - GAP, none.prefHeight(room)) : side;
        none.resizeRelocate(below ? 0 : side + GAP, below ? side + GAP : 0, room, Math.max(0, high));
    }

    private void placeBeside(double left, double small, double side) {
        double captions = left + small + GAP;
        double room = getWidth() - captions;
        reconstruction.resizeRelocate(left, 0, small, small);
        ofReconstruction.resizeRelocate(captions, 0, room, caption());
        residual.resizeRelocate(left, side - small, small, small);
        double top = Math.max(caption(), side - Math.max(small, 2 * caption()));
        ofResidual.resizeRelocate(captions, top, room, caption());
        number.resizeRelocate(captions, top + caption(), room, caption());
    }

    private void placeColumn(double left, double small, double side, boolean slim) {
        double caption = caption();
        double room = getWidth() - left;
        ofReconstruction.resizeRelocate(left, 0, room, caption);
        reconstruction.resizeRelocate(left, caption, small, small);
        if (slim) {
            ofResidual.resizeRelocate(left, side - small - 2 * caption, room, caption);
            number.resizeRelocate(left, side - small - caption, room, caption);
        } else {
            placeError(left, side - small - caption, room);
        }
        residual.resizeRelocate(left, side - small, small, small);
    }

    private void placeBelow(double top, double small) {
        double caption = caption();
        double right = right(getWidth());
        ofReconstruction.resizeRelocate(0, top, right - GAP, caption);
        reconstruction.resizeRelocate(0, top + caption, small, small);
        placeError(right, top, getWidth() - right);
        residual.resizeRelocate(right, top + caption, small, small);
    }

    private void placeError(double left, double top, double room) {
        double symbol = Math.ceil(ofResidual.prefWidth(-1));
        ofResidual.resizeRelocate(left, top, symbol, caption());
        number.resizeRelocate(
                left + symbol + BESIDE_SYMBOL, top, Math.max(0, room - symbol - BESIDE_SYMBOL), caption());
    }
}
