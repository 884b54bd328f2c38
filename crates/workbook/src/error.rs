//! Why a workbook cannot be written or read at all.

/// A workbook that cannot be written, or a file that cannot be read as a return.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file has no bytes.
    #[error("文件是空的，可能没有下载或拷贝完，请重新取一份")]
    Empty,
    /// Neither a workbook nor anything known.
    #[error("不是填报表，请交 .xlsx、.xls、.ods 或 .csv 文件；若由加密软件加密，请先解密")]
    NotAWorkbook,
    /// The file name is .xlsx but a security program has enciphered the bytes.
    #[error("文件像是被单位的加密软件加密了，请解密（另存为明文）后再交")]
    Enciphered,
    /// Excel 95 or older.
    #[error("这是 Excel 95 或更早的工作簿，请在 WPS 或 Excel 中另存为 .xlsx 再交")]
    OldExcel,
    /// A password is needed to open it.
    #[error("文件设有打开密码，请去掉密码另存后再交")]
    PasswordProtected,
    /// A document of WPS's own format.
    #[error("这是 WPS 专用格式（.et/.wps），请另存为 .xlsx 再交")]
    WpsFormat,
    /// Another document: Word, OpenDocument, PDF, a picture.
    #[error("这是{0}，不是 Excel 工作簿，请另存为 .xlsx 再交")]
    OtherFormat(&'static str),
    /// A workbook whose container is damaged.
    #[error("文件已损坏（{0}），请用 WPS 或 Excel 打开并另存后再交")]
    Broken(String),
    /// More than is read, or made to exhaust the program.
    #[error("文件太大：{0}，超出可以读取的范围，请删去多余内容后另存")]
    TooLarge(String),
    /// Something no spreadsheet program writes.
    #[error("文件含有不安全的内容（{0}），已拒绝读取，请用 WPS 或 Excel 打开并另存后再交")]
    Unsafe(String),
    /// A workbook, but no return form.
    #[error("没有找到填报表的表头（应有“指标”和“本期值”等列），请用下发的表填写")]
    NotAReturn,
    /// A form this program sent, where a table made elsewhere is asked for.
    #[error("这是本程序发出的填报表，请到“交换—回收”里添加，不要当作外来表格")]
    OwnForm,
    /// A workbook without a filled sheet.
    #[error("工作簿里没有内容，请核对是不是选错了文件")]
    NoSheet,
    /// The form itself cannot be written.
    #[error("第 {row} 个{what}的{field}超过 {limit} 字，Excel 单元格放不下，请缩短")]
    TextTooLong {
        /// Counted from 1.
        row: usize,
        /// 指标 or 任务.
        what: &'static str,
        /// Which text.
        field: &'static str,
        /// What a cell holds.
        limit: usize,
    },
    /// More rows than a form is read with.
    #[error("指标或任务有 {0} 个，一张表最多 1 万个，请分几次下发")]
    TooManyRows(usize),
    /// The writer refused: a fault of this program.
    #[error("工作簿写不出来：{0}")]
    Unwritable(String),
}

impl Error {
    /// Returns the word used by scripts; it never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Empty => "empty_file",
            Error::NotAWorkbook => "not_a_workbook",
            Error::Enciphered => "enciphered",
            Error::OldExcel => "old_excel",
            Error::PasswordProtected => "password_protected",
            Error::WpsFormat => "wps_format",
            Error::OtherFormat(_) => "other_format",
            Error::Broken(_) => "broken",
            Error::TooLarge(_) => "too_large",
            Error::Unsafe(_) => "unsafe",
            Error::NotAReturn => "not_a_return",
            Error::OwnForm => "own_form",
            Error::NoSheet => "no_sheet",
            Error::TextTooLong { .. } => "text_too_long",
            Error::TooManyRows(_) => "too_many_rows",
            Error::Unwritable(_) => "unwritable",
        }
    }
}
