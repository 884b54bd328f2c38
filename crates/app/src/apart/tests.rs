use super::*;

#[test]
fn every_frame_is_answered_until_the_input_ends() {
    let mut input = Vec::new();
    for (question, bytes) in [(Question::Return, &b"PK\x03\x04"[..]), (Question::Table, b""), (Question::Return, b"%PDF")] {
        write_frame(&mut input, &[&[question as u8], bytes]).unwrap();
    }
    let mut output = Vec::new();
    answer_all(&mut input.as_slice(), &mut output).unwrap();
    let mut output = output.as_slice();
    for said in ["已损坏", "文件是空的", "PDF"] {
        let answer: Answer<Return> = serde_json::from_slice(&read_frame(&mut output).unwrap().unwrap()).unwrap();
        assert!(answer.unwrap_err().contains(said));
    }
    assert_eq!(read_frame(&mut output).unwrap(), None);
}

#[cfg(unix)]
fn shell(script: &str) -> Apart {
    let mut command = Command::new("sh");
    command.args(["-c", script]);
    Apart { patience: Duration::from_millis(300), ..Apart::new(Some(command)) }
}

#[cfg(unix)]
#[test]
fn a_process_that_dies_hangs_or_babbles_is_a_sentence_about_the_file() {
    for (script, said) in [
        ("exit 3", "内存太多或引起程序出错"),
        ("kill -ABRT $$", "内存太多或引起程序出错"),
        ("head -c 1048581 > /dev/null; printf '\\002\\000\\000\\000{}'; exec sleep 60", "内存太多或引起程序出错"),
        ("exec sleep 60", "还没有读完"),
    ] {
        // More than a pipe holds, so that writing has to be given up as well.
        assert!(shell(script).read(&vec![1; 1 << 20]).unwrap_err().contains(said), "{script}");
    }
    let mut apart = Apart::new(Some(Command::new("/没有这个程序")));
    assert!(apart.read(b"x").unwrap_err().contains("启动不了"));
}

#[cfg(unix)]
#[test]
fn one_that_died_is_started_anew_for_the_next_file() {
    // Answers one file, then is gone: {"Err":"x"} is 11 bytes.
    let mut apart = shell("head -c 6 > /dev/null; printf '\\013\\000\\000\\000{\"Err\":\"x\"}'");
    for _ in 0..3 {
        assert_eq!(apart.read(b"1"), Err("x".to_owned()));
    }
}

#[test]
fn a_table_is_another_question_than_a_returned_form() {
    let (mut input, mut output) = (Vec::new(), Vec::new());
    let table = "指标,完成值\n托位,1\n".as_bytes();
    for question in [Question::Table, Question::Return] {
        write_frame(&mut input, &[&[question as u8], table]).unwrap();
    }
    answer_all(&mut input.as_slice(), &mut output).unwrap();
    let mut output = output.as_slice();
    let sheets: Answer<Vec<ForeignSheet>> = serde_json::from_slice(&read_frame(&mut output).unwrap().unwrap()).unwrap();
    assert_eq!(sheets.unwrap()[0].rows.len(), 2);
    let form: Answer<Return> = serde_json::from_slice(&read_frame(&mut output).unwrap().unwrap()).unwrap();
    assert!(form.is_err(), "no return form has these headings alone");
}
