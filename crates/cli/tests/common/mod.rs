//! A folder with a small plan and the program to run in it. Each test file uses a part of it.
#![allow(dead_code)]

pub mod returned;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A made-up plan with an indicator of every kind.
pub const PLAN: &str = "关于印发《云州市2026年托育工作要点》的通知
云托发〔2026〕3号

各县（区）卫生健康局：

现将《云州市2026年托育工作要点》印发给你们，请认真贯彻执行。

云州市卫生健康委员会
2026年1月15日

云州市2026年托育工作要点

一、托育供给

1.扩大托位供给。全年新增托位1200个。（牵头单位：市托育中心；配合单位：各县（区）卫生健康局）

2.开展入户指导。全年开展入户指导6000人次以上，培训育婴员300—400人。（牵头单位：市托育中心；配合单位：东湖区卫生健康局、西山区卫生健康局）

二、质量与安全

3.规范机构管理。托育机构备案率不低于90%，投诉办结时间控制在5天以内。（责任单位：东湖区卫生健康局、西山区卫生健康局）

4.降低意外伤害。机构意外伤害报告数同比下降10%。（牵头单位：市托育中心）

5.开展质量评估。托育机构质量评估实现全覆盖。（牵头单位：市托育中心）

三、实施步骤

（一）部署阶段（2026年3月底前）。制定方案，明确责任人。

（二）实施阶段（2026年4月至11月）。按月填报进展。
";

pub const LAKE: &str = "东湖区卫生健康局";
pub const HILL: &str = "西山区卫生健康局";
pub const CENTRE: &str = "市托育中心";
pub const GROUP: &str = "各县（区）卫生健康局";

/// A folder that is removed at the end of the test; the ledger lies in it.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Place {
        Place { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with a ledger that holds the small plan, the two districts members of their group.
    pub fn with_plan() -> Place {
        let place = Place::new();
        place.import();
        for unit in [LAKE, HILL] {
            place.done(&["unit", "add", unit, "--in", GROUP]);
        }
        place
    }

    /// Imports the small plan.
    pub fn import(&self) -> Value {
        let plan = self.write("要点.txt", PLAN.as_bytes());
        self.json(&["import", plan.to_str().unwrap()])
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn ledger(&self) -> PathBuf {
        self.path("台账.yaodian")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs the program on the ledger.
    pub fn run(&self, args: &[&str]) -> Output {
        program(args).arg("--ledger").arg(self.ledger()).current_dir(self.folder()).output().unwrap()
    }

    /// Runs a command that is done, and returns what it says.
    pub fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs a command that is done, and returns its one JSON value.
    pub fn json(&self, args: &[&str]) -> Value {
        let output = self.run(&[args, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{args:?}: {error}: {}", text(&output.stdout)))
    }

    /// Runs a command that is refused; nothing stands on stdout, nothing has changed. Returns what stands on stderr.
    pub fn refused(&self, args: &[&str]) -> String {
        let before = self.ledger().exists().then(|| self.hash());
        let output = self.run(&[args, &["--json"]].concat());
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(1), ""), "{args:?}: {said}");
        assert!(said.starts_with("错误："), "{args:?}: {said}");
        assert_eq!(self.ledger().exists().then(|| self.hash()), before, "{args:?} changed the ledger");
        said
    }

    /// Runs a command with wrong usage and returns what stands on stderr.
    pub fn misused(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""), "{args:?}");
        text(&output.stderr)
    }

    /// The hash of the ledger's state.
    pub fn hash(&self) -> String {
        self.json(&["history"])["state_hash"].as_str().unwrap().to_owned()
    }

    /// The id of the indicator whose name has this in it.
    pub fn indicator(&self, name: &str) -> String {
        let all = self.json(&["indicators"]);
        let mut found = all.as_array().unwrap().iter().filter(|i| i["name"].as_str().unwrap().contains(name));
        let id = found.next().unwrap_or_else(|| panic!("no {name}"))["id"].as_str().unwrap().to_owned();
        assert!(found.next().is_none(), "several {name}");
        id
    }

    /// Records a value, or `3/4` as numerator and denominator.
    pub fn record(&self, indicator: &str, unit: &str, period: &str, value: &str) -> Value {
        let place = ["record", "--indicator", indicator, "--unit", unit, "--period", period];
        match value.split_once('/') {
            Some((n, d)) => self.json(&[&place[..], &["--numerator", n, "--denominator", d]].concat()),
            None => self.json(&[&place[..], &["--value", value]].concat()),
        }
    }

    /// The status of the indicator whose name has this in it.
    pub fn standing(&self, period: &str, name: &str) -> Value {
        let status = self.json(&["status", "--period", period]);
        let all = status["indicators"].as_array().unwrap();
        all.iter().find(|i| i["name"].as_str().unwrap().contains(name)).unwrap_or_else(|| panic!("no {name}")).clone()
    }

    /// A folder with a ledger in which 东湖区 has partly reported for a month, and its workbook for that month.
    pub fn sent(period: &str) -> (Place, PathBuf) {
        let place = Place::with_plan();
        for (name, value) in [("新增托位", "150"), ("育婴员", "320"), ("办结时间", "4.5")] {
            place.record(&place.indicator(name), LAKE, period, value);
        }
        let path = place.export(LAKE, period);
        (place, path)
    }

    /// Exports the workbook of one unit and returns its path.
    pub fn export(&self, unit: &str, period: &str) -> PathBuf {
        let sent = self.json(&["export", "--unit", unit, "--period", period, "--out", self.path("发出").to_str().unwrap()]);
        PathBuf::from(sent["files"][0]["path"].as_str().unwrap())
    }
}

/// Returns the program about to be run by 王芳.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yaodian"));
    command.args(args).env("YAODIAN_WHO", "王芳");
    command
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Asserts that an object has exactly these keys, in any order.
pub fn has_keys(value: &Value, keys: &[&str]) {
    let mut found: Vec<&str> = value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect();
    let mut keys = keys.to_vec();
    found.sort_unstable();
    keys.sort_unstable();
    assert_eq!(found, keys);
}

/// Returns a field of every object of a list.
pub fn column<'a>(list: &'a Value, key: &str) -> Vec<&'a Value> {
    list.as_array().unwrap().iter().map(|row| &row[key]).collect()
}

/// Asserts that two fractions are equal but for rounding.
pub fn near(value: &Value, wanted: f64) {
    let value = value.as_f64().unwrap_or_else(|| panic!("{value} is not {wanted}"));
    assert!((value - wanted).abs() < 1e-9, "{value} is not {wanted}");
}
