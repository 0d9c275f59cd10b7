package org.penumbra.view.lab;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One of the pictures of a run: its title, a remark at the right or below, and what it shows. The least size is that of
 * what it shows, unless a style sheet tells another.
 *
 * <p>AtlantaFX has a {@code Card} too. It is a control, so that the tab key would stop at every picture, its remark has
 * no place beside the title, and its skin lays two panes and 1 em of padding around what a card shows, which takes room
 * from pictures that are small as it is. So this one stays; how a card looks stands once, in app.css.
 */
public class TitledCard extends VBox {

    private final Label remark = new Label();
    private final CardHeader header;

    public TitledCard(String id, String title) {
        setId(id);
        getStyleClass().addAll("card", "titled-card");
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        remark.getStyleClass().add("card-remark");
        remark.setId(id + "-remark");
        header = new CardHeader(heading, remark);
        getChildren().add(header);
    }

    /** What is said at the right of the title. */
    public final void remark(String text) {
        if (!text.equals(remark.getText())) {
            remark.setText(text);
        }
    }

    /** Puts something to the right end of the title. */
    public final void headerEnd(Node node) {
        header.addEnd(node);
    }

    /** Takes what fills the card. */
    public final void fill(Region content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
    }
}
