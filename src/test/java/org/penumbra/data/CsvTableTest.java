package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How tables are written. */
class CsvTableTest {

    @Test
    void textsStandInQuotationMarksOnlyWhereTheyWouldBeMisread() throws IOException {
        StringBuilder text = new StringBuilder();
        CsvTable table = new CsvTable(text, "name", "what is said");
        table.line("plain", "T-shirt/top");
        table.line("a comma", "unknown, mostly");
        table.line("a quotation", "a \"shirt\"");
        table.line("a line break", "one\ntwo");
        assertEquals("""
                name,what is said
                plain,T-shirt/top
                a comma,"unknown, mostly"
                a quotation,"a ""shirt""\"
                a line break,"one
                two"
                """, text.toString());
    }

    @Test
    void whatIsNotSeenIsShown() throws IOException {
        StringBuilder text = new StringBuilder();
        new CsvTable(text, "name").line("a\u001b[2J\u202egnp");
        assertEquals("name\na\\u001b[2J\\u202egnp\n", text.toString());
    }

    @Test
    void numbersReadBackAsTheSameInEveryCountryAndWhatIsNullIsEmpty() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            StringBuilder text = new StringBuilder();
            new CsvTable(text, "a", "b", "c", "d", "e", "f").line(-0.1f, 1e-9, 1_234_567L, Double.NaN, true, null);
            assertEquals("a,b,c,d,e,f\n-0.1,1.0E-9,1234567,NaN,true,\n", text.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
