//! Who asks, who is asked and who replies.

use super::*;

#[test]
fn who_was_asked_replies() {
    check(
        "[S1:Anna Brown] [C1:asked] Mary Smith [Q1:if she would go]. [Q:“I regret it,”] [S:she] [C:replied].
         [S2:Ms. Brown] [C2:shot back]: [Q2:“No.”]",
        expect![[r#"
            Anna Brown → Anna Brown
            she → Mary Smith
            Ms. Brown → Anna Brown
        "#]],
    );
}

#[test]
fn who_asks_and_who_is_asked() {
    check(
        "When Brian Kemp came, [S:he] [C:was asked] one question: [Q:Will you go?] Asked by Nodera, whether he would go, Kemp left.
         [C1:Asked by] [S1:Anna Roe], a former minister, [Q1:whether he would go], Kemp left. [C2:Asked] [Q2:whether he would go], [S2:Kemp] left.",
        expect![[r#"
            he → -
            Anna Roe → Anna Roe
            Kemp → -
        "#]],
    );
}
