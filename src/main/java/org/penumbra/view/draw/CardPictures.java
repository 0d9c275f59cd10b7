package org.penumbra.view.draw;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ColourMap;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.widget.ColourStrip;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.SymbolButton;

/** What the autoencoder makes of the image, and what it would change. Without a decoder it says that there is none. */
final class CardPictures extends StackPane {

    private static final int ZOOM = 3;
    /** No pixel can be wrong by more. */
    private static final double MOST = 1;

    private final DrawCard card;
    private final DigitView reconstruction = new DigitView(ZOOM);
    private final DigitView residual = new DigitView(ZOOM);
    private final GridPane pictures = new GridPane();
    private final Label none = new Label("No decoder: it cannot doubt, so its confidence is 1.");

    CardPictures(DrawCard card) {
        this.card = card;
        getStyleClass().add("card-pictures");
        reconstruction.readOut("r(x)");
        reconstruction.setAccessibleText("Reconstruction by " + card.entry().name());
        residual.readOut("|r\u2212x|");
        residual.setAccessibleText("Residual of " + card.entry().name());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox caption = new HBox(
                new SymbolButton(PaperSymbols.RECONSTRUCTION, null),
                space,
                new SymbolButton(DrawSymbols.RESIDUAL, null),
                new ColourStrip(ColourMap.RESIDUAL, 0, MOST));
        caption.getStyleClass().add("caption");
        caption.setAlignment(Pos.CENTER_LEFT);
        pictures.add(caption, 0, 0, 2, 1);
        pictures.addRow(1, reconstruction, residual);
        pictures.getColumnConstraints().addAll(half(), half());
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        pictures.getRowConstraints().addAll(new RowConstraints(), row);
        pictures.getStyleClass().add("pictures-of-card");
        none.getStyleClass().add("no-decoder");
        none.setWrapText(true);
        getChildren().addAll(pictures, none);
        card.answerProperty().addListener((observed, before, now) -> show());
        card.modelProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** The residual as it is shown. */
    DigitView residual() {
        return residual;
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }

    private void show() {
        boolean decoder =
                card.modelProperty().get() == null || card.modelProperty().get().doubts();
        pictures.setVisible(decoder);
        none.setVisible(!decoder);
        ModelAnswer answer = card.answerProperty().get();
        if (answer == null || answer.reconstruction().length == 0) {
            reconstruction.clear();
            residual.show(new float[ImageSettings.PIXELS], ColourMap.RESIDUAL, MOST);
        } else {
            reconstruction.show(answer.reconstruction());
            residual.show(wrong(answer.reconstruction(), card.image()), ColourMap.RESIDUAL, MOST);
        }
    }

    private static float[] wrong(float[] reconstruction, float[] image) {
        float[] wrong = new float[image.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = Math.abs(reconstruction[i] - image[i]);
        }
        return wrong;
    }
}
