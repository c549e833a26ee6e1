using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Sekisho.Kernel;
using Sekisho.Shell.Routing;

namespace Sekisho.Shell.Forms;

/// <summary>
/// Base of pages: who is asking, the form's state, and the three ends of a form: <see cref="Go"/> (303), <see cref="Refuse"/> (422 or 409)
/// and <see cref="Missing"/> (404, the same bytes for what does not exist and what lies behind a wall).
/// </summary>
public abstract class SekishoPage : ComponentBase
{
    private FormState? form;

    [CascadingParameter] public HttpContext Http { get; set; } = default!;
    [Inject] protected Current Current { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Inject] protected TimeProvider Time { get; set; } = default!;
    [Inject] protected IdSource Ids { get; set; } = default!;

    /// <summary>The state of the page's form. A page with several forms keeps one <see cref="FormState"/> each with <see cref="NewForm"/>.</summary>
    protected FormState Form => form ??= NewForm();

    protected CancellationToken Aborted => Http.RequestAborted;
    protected DateOnly Today => JapanTime.Day(Time.GetUtcNow());
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected FormState NewForm()
    {
        var state = new FormState(Ids.Next());
        if (IsPost) state.Receive(PostedForm.Of(Http));
        return state;
    }

    /// <summary>The form is done: 303 to a page of ours, which shows <paramref name="said"/> at its top.</summary>
    protected void Go(string path, string? said = null)
    {
        if (said is not null) Said.Put(Http, said);
        ShellResponse.See(Http, path);
    }

    /// <summary>The form was refused: the whole page is shown again with the input kept, as 422, or 409 when somebody was faster.</summary>
    protected void Refuse(FormState state, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Any(r => r.IsNotFound))
        {
            Missing();
            return;
        }
        state.Refuse(refusals);
        Http.Response.StatusCode = refusals.Any(r => r.IsConflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>Either goes on to <paramref name="path"/> or shows the form again.</summary>
    protected void Finish<T>(FormState state, Result<T> result, string path, string? said = null)
    {
        if (result.IsOk) Go(path, said);
        else Refuse(state, result.Refusals);
    }

    protected void Missing() => ShellResponse.Missing(Http);

    /// <summary>403 in the scope of the person: says who may do this.</summary>
    protected void Forbidden() => ShellResponse.Forbidden(Http);
}
