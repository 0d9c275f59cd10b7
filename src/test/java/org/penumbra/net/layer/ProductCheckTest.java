package org.penumbra.net.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class ProductCheckTest {

    @Test
    void theKernelsOfThisProcessAreRight() {
        assertEquals(Optional.empty(), Kernels.fault());
    }

    @Test
    void eachKindOfProductIsChecked() {
        assertFault("a b (1 x 10, 400 inner numbers) gave ", new Wrong(1, 0, 0, 0, 3));
        assertFault("a' b (1 x 10, 400 inner numbers) gave ", new Wrong(0, 1, 0, 0, 3));
        assertFault("c + a b' (1 x 10, 400 inner numbers) gave ", new Wrong(0, 0, 1, 0, 3));
        assertFault("c + 1 b' (1 x 10, 400 inner numbers) gave ", new Wrong(0, 0, 0, 1, 3));
    }

    @Test
    void theLastNumberOfALargeProductIsChecked() {
        int last = 128 * 66 - 1;
        assertFault("a b (128 x 66, 129 inner numbers) gave ", new Wrong(0.01f, 0, 0, 0, last));
    }

    @Test
    void aNumberThatIsNoneIsWrong() {
        assertFault("a b (1 x 10, 400 inner numbers) gave NaN where ", new Wrong(Float.NaN, 0, 0, 0, 0));
    }

    @Test
    void thePersonIsToldWhatToDo() {
        assertEquals(
                "The matrix products of OpenBLAS are wrong on this processor, so no network can be computed: "
                        + "a b gave 1 where 2 is right. Its kernels were chosen by itself. Set the environment variable "
                        + "OPENBLAS_CORETYPE to a core type that is right here and start again; \"penumbra bench kernels\" "
                        + "tells which are right and how fast they are.",
                Kernels.words("a b gave 1 where 2 is right", null));
        String asked = Kernels.words("a b gave 1 where 2 is right", "Haswell");
        assertTrue(
                asked.contains(
                        "Its kernels were asked for by OPENBLAS_CORETYPE=Haswell. Unset this variable and start again"),
                asked);
    }

    private static void assertFault(String begin, Products products) {
        String fault = new ProductCheck(products).fault().orElse("all right");
        assertTrue(fault.startsWith(begin), fault);
    }

    /** OpenBLAS's products, each off by an amount at one place if it has as many. */
    private record Wrong(float plain, float left, float right, float rows, int at) implements Products {

        @Override
        public void plain(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            OF_OPENBLAS.plain(m, n, k, a, b, c);
            spoil(c, m * n, plain);
        }

        @Override
        public void transposedLeft(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            OF_OPENBLAS.transposedLeft(m, n, k, a, b, c);
            spoil(c, m * n, left);
        }

        @Override
        public void addTransposedRight(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            OF_OPENBLAS.addTransposedRight(m, n, k, a, b, c);
            spoil(c, m * n, right);
        }

        @Override
        public void addToRows(int m, int n, FloatPointer ones, FloatPointer b, FloatPointer c) {
            OF_OPENBLAS.addToRows(m, n, ones, b, c);
            spoil(c, m * n, rows);
        }

        private void spoil(FloatPointer c, int size, float amount) {
            if (at < size) {
                c.put(at, c.get(at) + amount);
            }
        }
    }
}
