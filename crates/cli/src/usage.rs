//! Wrong usage, said in Chinese like every other refusal.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::process::ExitCode;

/// Prints the help that was asked for, or what is wrong with the arguments.
pub(crate) fn report(error: &Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A reader that closes the pipe early has read enough.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        eprint!("{error}");
    } else {
        eprintln!("错误：{}\n办法：用 yaodian --help 查看所有命令，用 yaodian 命令 --help 查看它的参数", sentence(error));
    }
    ExitCode::from(2)
}

fn sentence(error: &Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("“{argument}”后面没有写值"),
        ErrorKind::InvalidValue => format!("“{argument}”不能是“{value}”，可以写{}", said(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => {
            let why = error.source().map(|why| format!("：{why}")).unwrap_or_default();
            format!("“{argument}”不能是“{value}”{why}")
        }
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个参数"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", said(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("还要写{argument}"),
        ErrorKind::MissingSubcommand => "没有说明做什么".to_owned(),
        ErrorKind::ArgumentConflict => format!("“{argument}”不能和“{}”一起写", said(ContextKind::PriorArg)),
        _ => error.to_string().trim().to_owned(),
    }
}
