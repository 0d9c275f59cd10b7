package org.penumbra.view.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LastAskedTest {

    @Test
    void whatComesLateDoesNotReplaceWhatWasAskedForAfterIt() {
        LastAsked asked = new LastAsked();
        List<String> received = new ArrayList<>();
        Consumer<String> slow = asked.only(received::add);
        Consumer<String> quick = asked.only(received::add);
        quick.accept("quick");
        slow.accept("slow");
        assertEquals(List.of("quick"), received);
        Consumer<String> given = asked.only(received::add);
        asked.forget();
        given.accept("forgotten");
        assertEquals(List.of("quick"), received);
    }
}
