//! A chart of ten lines and 36 months as SVG and as a full screen's PNG, beside matplotlib drawing the same picture.

use crate::clock::{fastest, ratio};
use crate::{Figure, figure, meeting};
use charts::{Chart, Head, Lines, Series, Size, pdf, png};
use domain::Amount;
use std::process::Command;
use std::time::Duration;

const LINES: usize = 10;
const MONTHS: usize = 36;
const SLIDES: usize = 30;

/// Draws the same picture with matplotlib: the same lines, markers, words and typeface. Prints the seconds the fastest of five
/// took, once everything has been loaded.
const MATPLOTLIB: &str = r##"
import io, sys, time
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib import font_manager
for path in sys.argv[1:]:
    font_manager.fontManager.addfont(path)
plt.rcParams["font.family"] = "Noto Sans SC"
colors = ["#1b4876", "#8a4b12", "#0f6f78", "#6b3f7a", "#4a525a"]
dashes = ["-", (0, (7, 2.5)), (0, (2.5, 2.5)), (0, (9, 2, 2, 2)), (0, (5, 2, 1.5, 2, 1.5, 2))]
def draw():
    figure, axes = plt.subplots(figsize=(19.2, 10.8), dpi=100)
    for line in range(10):
        values = [(line + 3) * (month + 1) + line * 7919 * (month + 1) % 37 for month in range(36)]
        look = dict(color=colors[line % 5], linestyle=dashes[line % 5], marker="os^Dv"[(line + line // 5) % 5])
        axes.plot(range(1, 37), values, linewidth=3, markersize=10, markevery=2, **look)
        axes.annotate(f"第{line + 1}医院 {values[-1]}", (36, values[-1]), (36.8, values[-1]), size=22, weight="bold",
                      color=look["color"], arrowprops=dict(arrowstyle="-", linestyle=":"))
    axes.set_xticks(range(1, 37, 5), [f"{2024 + month // 12}.{month % 12 + 1}" for month in range(0, 36, 5)], size=22)
    axes.tick_params(axis="y", labelsize=22)
    axes.grid(axis="y")
    figure.text(0.02, 0.94, "各医院门诊人次", size=34, weight="bold")
    figure.text(0.02, 0.90, "2024年1月至2026年12月", size=22)
    figure.text(0.02, 0.86, "单位：万人次", size=22)
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)
draw()
times = []
for _ in range(5):
    start = time.thread_time()
    draw()
    times.append(time.thread_time() - start)
print(min(times))
"##;

fn chart() -> Chart {
    let value = |line: usize, month: usize| Amount::new(((line + 3) * (month + 1) + line * 7919 * (month + 1) % 37) as f64);
    let series =
        |line: usize| Series { name: format!("第{}医院", line + 1), values: (0..MONTHS).map(|month| value(line, month)).collect() };
    Chart::Lines(Lines {
        head: Head { title: "各医院门诊人次".into(), subtitle: "2024年1月至2026年12月".into() },
        unit: "万人次".into(),
        periods: (0..MONTHS).map(|i| (format!("{}.{}", 2024 + i / 12, i % 12 + 1), (i + 1) as f64 / MONTHS as f64)).collect(),
        current: Some(MONTHS - 1),
        series: (0..LINES).map(series).collect(),
        target: None,
    })
}

/// Returns the figures of drawing.
pub fn figures() -> Vec<Figure> {
    let chart = chart();
    let svg = fastest(|| drop(chart.draw(Size::SCREEN)));
    let drawn = chart.draw(Size::SCREEN);
    let picture = fastest(|| drop(png(&drawn, 1.0).expect("a screen is not too large")));
    let milliseconds = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let mut figures = vec![
        figure(&format!("SVG of {LINES} lines and {MONTHS} months"), milliseconds(svg), "at most 3 ms", svg <= Duration::from_millis(3)),
        figure("its PNG of 1920×1080", milliseconds(picture), "at most 120 ms", picture <= Duration::from_millis(120)),
    ];
    let slides = vec![drawn.clone(); SLIDES];
    let pages = fastest(|| drop(pdf("会议", &slides).expect("slides go on pages")));
    figures.push(figure(&format!("PDF of {SLIDES} such slides"), milliseconds(pages), "at most 3 s", pages <= Duration::from_secs(3)));
    match matplotlib() {
        Some(other) => {
            let times = ratio(other, svg + picture);
            let measured = format!("{times:.1} times faster than its {}", milliseconds(other));
            figures.push(figure("both, beside matplotlib drawing the same PNG", measured, "at least 10 times faster", times >= 10.0));
        }
        None => eprintln!("python3 has no matplotlib here: drawing is not compared with it (pip install matplotlib)"),
    }
    figures.extend(meeting::figures());
    figures
}

/// Returns how long matplotlib takes, where it is installed.
fn matplotlib() -> Option<Duration> {
    let fonts = ["Regular", "Bold"].map(|weight| format!("{}/../../assets/fonts/NotoSansSC-{weight}.ttf", env!("CARGO_MANIFEST_DIR")));
    let said = Command::new("python3").args(["-c", MATPLOTLIB]).args(fonts).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(said.stdout).ok()?.trim().parse().ok().map(Duration::from_secs_f64)
}
