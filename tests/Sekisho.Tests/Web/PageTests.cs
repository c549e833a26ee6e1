using System.Text.RegularExpressions;

namespace Sekisho.Tests.Web;

/// <summary>What holds for every page.</summary>
public sealed class PageTests(WebSite site) : IClassFixture<WebSite>
{
    private static readonly string[] Pages =
        ["/", "/account", "/admin", "/admin/accounts", "/admin/accounts/new", "/admin/jobs", "/admin/sign-in-policy", "/approvals", "/conformity", "/conformity/statements", "/conformity/statements/new", "/help/keys", "/help/accessibility", "/introduction", "/notifications", "/role", "/search?q=試験", "/signin/password", "/signout", "/no-such-page", "/admin/accounts/none"];

    [Fact]
    public async Task No_page_carries_inline_style_or_script_or_a_missing_word_and_has_one_heading()
    {
        var browser = await site.SignedInAsync("admin");
        foreach (var page in Pages)
        {
            var answer = await browser.GetAsync(page);
            answer.Status.ShouldBeLessThan(500, page);
            var body = answer.Body;
            Regex.Matches(body, "⟦[^⟧]*⟧", RegexOptions.NonBacktracking).Select(m => page + " " + m.Value).ShouldBeEmpty();
            Regex.Count(body, "\\sstyle=|<style|\\son[a-z]+=\"|hx-on", RegexOptions.NonBacktracking).ShouldBe(0, page);
            Regex.Count(body, "<script(?! src=\"/static/)", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(0, page);
            Regex.Count(body, "<h1[ >]", RegexOptions.NonBacktracking).ShouldBe(1, page);
            body.ShouldContain("lang=\"ja\"", Case.Sensitive, page);
            Regex.Count(body, "&#x[3-9F][0-9A-F]{3};", RegexOptions.NonBacktracking).ShouldBe(0, page + " carries Japanese as numeric entities");
            body.ShouldContain("見本の市です", Case.Sensitive, page);
        }
    }

    [Fact]
    public async Task English_is_complete()
    {
        var browser = await site.SignedInAsync("admin");
        var to = await browser.GetAsync("/language?to=en&back=/account");
        to.Location.ShouldBe("/account");
        var body = (await browser.GetAsync("/account")).Body;
        body.ShouldContain("lang=\"en\"");
        body.ShouldContain("Password and authentication");
        await browser.GetAsync("/language?to=ja&back=/");
    }

    [Fact]
    public async Task What_does_not_exist_answers_with_the_same_bytes_everywhere()
    {
        var browser = await site.SignedInAsync("staff");
        var one = await browser.GetAsync("/no-such-page");
        var other = await browser.GetAsync("/approvals/00000000-0000-0000-0000-00000000dead");
        (one.Status, other.Status).ShouldBe((404, 404));
        other.Body.ShouldBe(one.Body);
        one.Body.ShouldContain("見つかりません");
    }

    [Fact]
    public async Task Every_answer_carries_the_headers()
    {
        var browser = await site.SignedInAsync(null);
        foreach (var page in new[] { "/signin", "/no-such-page", "/static/sekisho.css" })
        {
            var answer = await browser.GetAsync(page);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            policy.ShouldContain("frame-ancestors 'none'");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
        (await browser.GetAsync("/signin")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_form_with_an_old_token_keeps_its_input_and_can_be_sent_again()
    {
        var browser = await site.SignedInAsync("admin");
        var fields = Browser.Fields((await browser.GetAsync("/admin/accounts/new")).Body, "new").Where(f => f.Key != "__RequestVerificationToken")
            .Append(KeyValuePair.Create("__RequestVerificationToken", "old")).Append(KeyValuePair.Create("name", "入力の太郎")).ToList();
        var answer = await browser.SendAsync(HttpMethod.Post, "/admin/accounts/new", fields);
        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("画面を開いてから時間がたちました");
        answer.Body.ShouldContain("value=\"入力の太郎\"");
        var foreign = await browser.SendAsync(HttpMethod.Post, "/admin/accounts/new", fields, ("Sec-Fetch-Site", "cross-site"));
        foreign.Status.ShouldBe(400);
        foreign.Body.ShouldNotContain("入力の太郎");
    }

    [Fact]
    public async Task A_refused_form_comes_back_whole_as_422_and_a_good_one_answers_303_and_says_so()
    {
        var browser = await site.SignedInAsync("admin");
        var refused = await browser.SubmitAsync("/admin/accounts/new", "new", ("login", "だめな番号"), ("name", "試験 一郎"), ("person", "p-staff"), ("password", "短い"));
        refused.Status.ShouldBe(422);
        refused.Body.ShouldContain("value=\"試験 一郎\"");
        refused.Body.ShouldContain("href=\"#f-login\"");
        refused.Body.ShouldContain("直すところ: ");
        refused.Body.ShouldNotContain("短い\"");
        var stale = await browser.SubmitAsync("/admin/sign-in-policy", "policy", ("min-length", "14"), ("blocklist", "on"), ("history", "3"), ("second-factor", "all"));
        stale.Status.ShouldBe(303);
        var next = await browser.GetAsync(stale.Location!);
        next.Body.ShouldContain("role=\"status\"");
        (await browser.GetAsync(stale.Location!)).Body.ShouldNotContain("保存し、確かめました");
    }

    [Fact]
    public async Task A_form_that_the_page_no_longer_shows_says_that_somebody_went_on_first()
    {
        var browser = await site.SignedInAsync("admin");
        var fields = Browser.Fields((await browser.GetAsync("/admin/accounts/new")).Body, "new").Select(f => f.Key == "_handler" ? KeyValuePair.Create(f.Key, "gone") : f).ToList();
        fields.ShouldContain(f => f.Key == "_handler");
        var answer = await browser.SendAsync(HttpMethod.Post, "/admin/accounts/new", fields);
        answer.Status.ShouldBe(409);
        answer.Body.ShouldContain("同じ釦が二度押されました");
    }

    [Fact]
    public async Task A_day_nobody_wrote_is_said_to_be_missing()
    {
        var browser = await site.SignedInAsync("ciso");
        var answer = await browser.SubmitAsync("/policy/committee/new", "convene", ("mode", "met"), ("held.era", "令和"), ("held.year", ""), ("held.month", ""), ("held.day", ""));
        answer.Status.ShouldBe(422);
        answer.Body.ShouldContain("日が入っていません。");
    }

    [Fact]
    public async Task A_lost_update_is_a_409_with_the_input_kept()
    {
        var browser = await site.SignedInAsync("admin");
        var page = (await browser.GetAsync("/admin/sign-in-policy")).Body;
        var values = new[] { ("blocklist", "on"), ("history", "5"), ("second-factor", "all") }.Select(v => KeyValuePair.Create(v.Item1, v.Item2)).ToList();
        var first = Browser.Fields(page, "policy");
        var second = Browser.Fields((await browser.GetAsync("/admin/sign-in-policy")).Body, "policy");
        (await browser.SendAsync(HttpMethod.Post, "/admin/sign-in-policy", first.Concat(values).Append(KeyValuePair.Create("min-length", "15")))).Status.ShouldBe(303);
        var late = await browser.SendAsync(HttpMethod.Post, "/admin/sign-in-policy", second.Concat(values).Append(KeyValuePair.Create("min-length", "16")));
        late.Status.ShouldBe(409);
        late.Body.ShouldContain("value=\"16\"");
        late.Body.ShouldContain("ほかの人が先に");
    }

    [Fact]
    public async Task Internet_explorer_mode_is_told_how_to_leave_it()
    {
        var browser = await site.SignedInAsync(null);
        var answer = await browser.SendAsync(HttpMethod.Get, "/signin", null, ("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko"));
        answer.Body.ShouldContain("IE モード");
        answer.Body.ShouldNotContain("stylesheet");
    }

    [Fact]
    public async Task Nobody_is_sent_elsewhere_after_signing_in()
    {
        var browser = await site.SignedInAsync(null);
        var answer = await browser.SubmitAsync("/signin?return=//evil.example", "signin", ("login", "staff"), ("password", WebSite.Password));
        (answer.Status, answer.Location).ShouldBe((303, "/"));
        var out1 = await browser.SubmitAsync("/signout", "signout");
        out1.Status.ShouldBe(303);
        (await browser.GetAsync("/account")).Location.ShouldStartWith("/signin");
    }
}
