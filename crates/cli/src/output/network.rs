//! Networks: the ties for people, the matrix for spreadsheets.

use std::collections::HashMap;

use anstyle::Style;
use anyhow::{Context, Result};
use onrecord_engine::networks::{Matrix, Node};

use super::csv::harmless;
use super::palette::Palette;
use super::wrap::line;

/// For reading: actor by actor what each is tied to, the strongest ties first.
pub(crate) fn table(matrix: &Matrix, palette: &Palette, width: usize) -> String {
    let (rows, columns) = (labels(&matrix.rows), labels(&matrix.columns));
    let mut out = String::new();
    for (row, values) in matrix.values.iter().enumerate() {
        let mut ties: Vec<(usize, f64)> =
            values.iter().copied().enumerate().filter(|(_, v)| *v != 0.0).collect();
        if ties.is_empty() {
            continue;
        }
        ties.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
        line(&mut out, &rows[row], "", palette.actor, width);
        for (column, value) in ties {
            line(&mut out, &format!("{:>8}  {}", number(value), columns[column]), "", Style::new(), width);
        }
    }
    out
}

/// The matrix, its nodes named in the first row and column.
pub(crate) fn csv(matrix: &Matrix) -> Result<Vec<u8>> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let corner = [String::new()].into_iter();
    writer.write_record(corner.chain(labels(&matrix.columns).iter().map(|label| harmless(label))))?;
    for (label, values) in labels(&matrix.rows).iter().zip(&matrix.values) {
        // A number that begins with a minus is a number, no formula.
        writer
            .write_record([harmless(label)].into_iter().chain(values.iter().map(|value| number(*value))))?;
    }
    writer.into_inner().context("cannot make the matrix")
}

/// Up to six digits behind the point: more would only be noise of the division.
fn number(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The labels, with the ids of those that share theirs with another.
fn labels(nodes: &[Node]) -> Vec<String> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for node in nodes {
        *count.entry(&node.label).or_default() += 1;
    }
    let label = |node: &Node| match count[node.label.as_str()] {
        1 => node.label.clone(),
        _ => format!("{} ({})", node.label, node.id),
    };
    nodes.iter().map(label).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn nodes(all: &[(&str, &str)]) -> Vec<Node> {
        all.iter().map(|(id, label)| Node { id: (*id).to_owned(), label: (*label).to_owned() }).collect()
    }

    #[test]
    fn ties_and_matrix() {
        let matrix = Matrix {
            rows: nodes(&[("q1", "Ann Lee"), ("q2", "Ann Lee"), ("x", "=Bo, Ek"), ("y", "Nobody")]),
            columns: nodes(&[("p", "Gas transit"), ("q", "Sanctions")]),
            values: vec![vec![2.0, -1.0], vec![0.0, 1.0 / 3.0], vec![-0.0, 0.25], vec![0.0, 0.0]],
            two_mode: true,
        };
        expect![[r#"
            Ann Lee (q1)
                   2  Gas transit
                  -1  Sanctions
            Ann Lee (q2)
            0.333333  Sanctions
            =Bo, Ek
                0.25  Sanctions
        "#]]
        .assert_eq(&table(&matrix, &Palette::default(), 60));
        expect![[r#"
            ,Gas transit,Sanctions
            Ann Lee (q1),2,-1
            Ann Lee (q2),0,0.333333
            "'=Bo, Ek",0,0.25
            Nobody,0,0
        "#]]
        .assert_eq(&String::from_utf8(csv(&matrix).unwrap()).unwrap());
    }
}
