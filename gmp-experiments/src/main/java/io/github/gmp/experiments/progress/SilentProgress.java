package io.github.gmp.experiments.progress;

/** Shows nothing. */
enum SilentProgress implements Progress {
    INSTANCE;

    @Override
    public void start(String task, long total, ProgressUnit unit) {}

    @Override
    public void advance(long steps) {}

    @Override
    public void note(String extra) {}

    @Override
    public void finish() {}
}
