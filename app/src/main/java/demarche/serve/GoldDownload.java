package demarche.serve;

/** Corrected stories as gold for {@code demarche eval stories}. */
final class GoldDownload implements Other {
    @Override
    public String path() {
        return "/corrections/gold.jsonl";
    }

    @Override
    public Body body(Ask ask) {
        StringBuilder out = new StringBuilder();
        ask.reader().corrections().gold(line -> out.append(line).append('\n'));
        return new Body("application/x-ndjson; charset=utf-8", out.toString(), "gold.jsonl");
    }
}
