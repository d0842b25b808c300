package demarche.read;

/** Forms a story can come in. */
public enum InputFormat {
    TEXT,
    JSONL,
    FEED,
    HTML,
    WARC
}
